using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary><c>/memberships/{id}</c>: one membership, what it brought and takes, and what can be done with it.</summary>
public sealed partial class MembershipPage
{
    private const string Address = "/memberships/{id:guid}";

    private const int RenewalAhead = 30;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        pages.Post(Address + "/edit", Edit);
        Act(pages, "join", "Memberships.SaidJoined", (at, id, stop) => at.Store.JoinMembership(id, at.Visit.Today, at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "leave", "Memberships.SaidOver", (at, id, stop) => at.Store.LeaveMembership(id, at.Visit.Today, at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "renew", "Memberships.SaidRenewed", (at, id, stop) => at.Store.RenewMembership(id, null, at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "stay", "Memberships.SaidStayed", (at, id, stop) => at.Store.StayMember(id, at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "needs", "Memberships.SaidKept", async (at, id, stop) =>
        {
            var was = MembershipsQueries.Details(await at.Store.MembershipOf(id, stop));
            return await at.Store.ChangeMembership(id, was with { NeedIds = [.. was.NeedIds, .. Needed(at.Form)] }, at.Visit.Today, at.Visit.Clock, stop);
        });
        Act(pages, "remove", "Memberships.SaidRemoved", (at, id, stop) => at.Store.RemoveMembership(id, at.Visit.Clock, stop), MembershipsPage.Address);
        pages.Post(Address + "/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? Math.Clamp(said, 1, 365) : 7;
            await store.QuietMembership(id, visit.Today.AddDays(days), stop);
            return Answers.Done(http, form, "/", ("said", "Memberships.SaidLater"));
        });
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A membership as it was typed. Which organization, and what is not on every form, is said by who asks.</summary>
    internal static MembershipDetails Read(IFormCollection form, Guid organization, Problems problems) => new()
    {
        Id = form.Once(),
        OrganizationId = organization,
        Kind = form.Filled("kind") is not { } kind ? MembershipKind.Association : Enum.TryParse<MembershipKind>(kind, out var known) ? known : (MembershipKind)(-1),
        JoinedOn = form.Day("joinedOn", problems),
        LeftOn = form.Day("leftOn", problems),
        NeedIds = Needed(form),
        Role = form.Filled("role"),
        Benefits = form.Filled("benefits")?.ReplaceLineEndings("\n"),
        Dues = form.Filled("dues"),
        Currency = form.Filled("dues") is null ? null : form.Filled("currency"),
        Period = form.Filled("period") is not { } period ? DuesPeriod.None : Enum.TryParse<DuesPeriod>(period, out var paid) ? paid : (DuesPeriod)(-1),
        RenewsOn = form.Day("renewsOn", problems),
        RenewsItself = form["renewsItself"].Count > 0,
        Link = form.Filled("link"),
        HoursAMonth = Hours(form, problems),
        Note = form.Filled("note")?.ReplaceLineEndings("\n"),
    };

    /// <summary>Who posts, what, and where.</summary>
    private sealed record Posted(Store Store, Visit Visit, IFormCollection Form);

    private static void Act(IEndpointRouteBuilder pages, string verb, string said, Func<Posted, Guid, CancellationToken, Task<Guid>> act, string? otherwise = null) =>
        pages.Post($"{Address}/{verb}", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            return Answers.Done(http, form, otherwise ?? MembershipWords.Href(id), ("said", said), ChangesPage.Undo(await act(new(store, visit, form), id, stop)));
        });

    private static async Task<IResult> Edit(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var (line, problems) = (await store.MembershipOf(id, stop), new Problems());
            var said = Read(form, line.It.OrganizationId, problems);
            Mistaken.ThrowIf(problems);
            var change = await store.ChangeMembership(id, said, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, MembershipWords.Href(id), ("said", "Memberships.SaidKept"), ChangesPage.Undo(change));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, new("membership", form, mistaken.Problems), stop);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.MembershipOf(id, stop);
        var organization = await store.OrganizationOf(line.It.OrganizationId, stop);
        var open = await store.OpenNeeds(stop);
        return Answers.Page<MembershipPage>(new
        {
            Line = line,
            Brought = await http.RequestServices.GetRequiredService<BroughtQueries>().By(store, line, stop),
            visit.Today,
            Panels = await http.RequestServices.GetServices<IOrganizationPanel>().SeenBy(store).Where(p => p.IsOfMembership).OrderBy(p => p.Order).Hung(p => p.Component, p => p.Load(new(store, organization, visit, http.Request.Query) { Here = MembershipWords.Href(id) }, stop)),
            Needs = (IReadOnlyList<Need>)[.. open, .. line.Needs.Where(n => open.All(o => o.Id != n.Id))],
            Typed = typed,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    private static List<Guid> Needed(IFormCollection form) => [.. form["needs"].Select(n => Guid.TryParse(n, out var need) ? need : Guid.Empty).Where(n => n != Guid.Empty).Distinct()];

    private static double? Hours(IFormCollection form, Problems problems)
    {
        if (form.Filled("hoursAMonth") is not { } typed) return null;
        if (double.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)) return hours;
        problems.Add("hoursAMonth", "Memberships.OddHours", MembershipDetails.MostHours);
        return null;
    }
}
