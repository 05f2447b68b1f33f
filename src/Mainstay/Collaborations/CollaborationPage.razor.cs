using System.Globalization;
using Mainstay.Exchange;
using Mainstay.Memberships;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary><c>/collaborations/{id}</c>: one collaboration, what is next in it, and who works in it.</summary>
public sealed partial class CollaborationPage
{
    private const string Address = "/collaborations/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));
        Act(pages, "edit", "collaboration", "Collaborations.SaidKept", Edit);
        Act(pages, "stage", "stage", "Collaborations.SaidMoved", (at, id, stop) => at.Store.MoveCollaboration(id, new(Enum.TryParse<CollaborationStage>(at.Form["stage"], out var stage) ? stage : (CollaborationStage)(-1)), at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "over", "stage", "Collaborations.SaidOver", async (at, id, stop) => await at.Store.MoveCollaboration(id, new((await at.Store.CollaborationOf(id, stop)).It.Stage.Over), at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "outcome", "outcome", "Collaborations.SaidKept", async (at, id, stop) => await at.Store.MoveCollaboration(id, new((await at.Store.CollaborationOf(id, stop)).It.Stage, null, Lines(at.Form, "outcome")), at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "prolong", "prolong", "Collaborations.SaidGoesOn", (at, id, stop) => at.Store.ProlongCollaboration(id, at.Form.Day("endsOn"), at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "next", "next", "Collaborations.SaidNext", (at, id, stop) => at.Store.SayNextStep(id, new(at.Form.Filled("nextStep"), at.Form.Day("nextOn")), at.Visit.Today, at.Visit.Clock, stop));
        Act(pages, "done", "next", "Collaborations.SaidDone", (at, id, stop) => at.Store.StepDone(id, new(null), at.Visit.Today, at.Visit.Clock, stop), id => CollaborationWords.Href(id) + "?next");
        Act(pages, "people", "person", "Collaborations.SaidKept", async (at, id, stop) => await at.Store.SayCollaborator(id, await Somebody(at, stop), at.Visit.Clock, stop));
        Act(pages, "people/remove", "person", "Collaborations.SaidNoMore", (at, id, stop) => at.Store.RemoveCollaborator(id, Guid.TryParse(at.Form["person"], out var person) ? person : Guid.Empty, at.Visit.Clock, stop));
        Act(pages, "remove", "collaboration", "Collaborations.SaidRemoved", (at, id, stop) => at.Store.RemoveCollaboration(id, at.Visit.Clock, stop), _ => CollaborationsPage.Address);
        pages.Post(Address + "/later", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? Math.Clamp(said, 1, 365) : 7;
            await store.QuietCollaboration(id, visit.Today.AddDays(days), stop);
            return Answers.Done(http, form, "/", ("said", "Collaborations.SaidLater"));
        });
    }

    /// <summary>A collaboration as it was typed. With whom, and what is not on every form, is said by who asks.</summary>
    internal static CollaborationDetails Read(IFormCollection form, Guid organization, Problems problems) => new()
    {
        Id = form.Once(),
        OrganizationId = organization,
        Name = form.Filled("name") ?? "",
        Stage = form.Filled("stage") is not { } stage ? CollaborationStage.Idea : Enum.TryParse<CollaborationStage>(stage, out var known) ? known : (CollaborationStage)(-1),
        Since = form.Day("since", problems),
        SharedGoal = Lines(form, "sharedGoal"),
        WhatIGive = Lines(form, "whatIGive"),
        WhatTheyGive = Lines(form, "whatTheyGive"),
        Next = new(form.Filled("nextStep"), form.Day("nextOn", problems)),
        EndsOn = form.Day("endsOn", problems),
        Link = form.Filled("link"),
        Note = Lines(form, "note"),
        Outcome = Lines(form, "outcome"),
    };

    /// <summary>Who posts, what, and where.</summary>
    private sealed record Posted(Store Store, Visit Visit, IFormCollection Form);

    /// <summary>A form of the page. It leads back to the page even from Today: what is done asks for what follows.</summary>
    private static void Act(IEndpointRouteBuilder pages, string verb, string name, string said, Func<Posted, Guid, CancellationToken, Task<Guid>> act, Func<Guid, string>? then = null) =>
        pages.Post($"{Address}/{verb}", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                var change = await act(new(store, visit, form), id, stop);
                return Answers.Done(http, FormCollection.Empty, then?.Invoke(id) ?? CollaborationWords.Href(id), ("said", said), ChangesPage.Undo(change));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, new(name, form, mistaken.Problems), stop);
            }
        });

    /// <summary>Stage, next step and people have forms of their own: they stay.</summary>
    private static Task<Guid> Edit(Posted at, Guid id, CancellationToken stop) => at.Store.AllOrNothing(async () =>
    {
        var (was, problems) = ((await at.Store.CollaborationOf(id, stop)).Details(), new Problems());
        var said = Read(at.Form, await MembershipsPage.Where(at.Store, at.Form, at.Visit.Clock, stop), problems);
        Mistaken.ThrowIf(problems);
        var now = said with { Stage = was.Stage, Next = was.Next, People = was.People, Outcome = at.Form.ContainsKey("outcome") ? said.Outcome : was.Outcome };
        return await at.Store.ChangeCollaboration(id, now, at.Visit.Today, at.Visit.Clock, stop);
    }, stop);

    private static async Task<Collaborator> Somebody(Posted at, CancellationToken stop) =>
        new(await FavoursPage.Meant(at.Store, at.Form, stop), Enum.TryParse<CollaborationSide>(at.Form["side"], out var side) ? side : (CollaborationSide)(-1), at.Form.Filled("role"));

    private static string? Lines(IFormCollection form, string name) => form.Filled(name)?.ReplaceLineEndings("\n");

    private static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        return Answers.Page<CollaborationPage>(new { Line = await store.CollaborationOf(id, stop), visit.Today, AsksNext = http.Request.Query.ContainsKey("next"), Typed = typed, Said = Said.From(http.Request.Query) }, typed);
    }
}
