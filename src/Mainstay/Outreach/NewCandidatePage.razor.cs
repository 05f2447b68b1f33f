using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>/candidates/new?person=&amp;name=&amp;need=&amp;topic=&amp;origin=</c>: somebody the owner would like to have in their network.</summary>
public sealed partial class NewCandidatePage
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/candidates/new", Begin);
        pages.Post(CandidatesPage.Address, Write);
    }

    private static async Task<IResult> Begin(HttpContext http, Store store, CancellationToken stop)
    {
        var asked = http.Request.Query;
        var (name, topic) = (asked["name"].ToString(), Texts.Filled(asked["topic"]));
        var person = Guid.TryParse(asked["person"], out var id) ? await store.PersonOf(id, stop) : null;
        return await Show(store, new()
        {
            Was = person is null && name.Length == 0 && topic is null ? null : new() { Name = person?.Name ?? name, PersonId = person?.Id, Topic = topic, OriginText = Texts.Filled(asked["from"]), NoticedOn = default, Origin = OriginOf(asked["origin"], Origin.Field) },
            Need = Guid.TryParse(asked["need"], out var need) ? need : null,
            Origin = OriginOf(asked["origin"], Origin.Field),
        }, stop);
    }

    private static async Task<IResult> Write(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var begun = new Begun { Need = Guid.TryParse(form["need"], out var need) ? need : null };
        try
        {
            var person = Guid.TryParse(form["person"], out var chosen) ? chosen : await Known(store, form, stop);
            if (person is null && await WhoIsMeant(store, form, stop) is { } meant) return await Show(store, begun with { Unclear = meant, Typed = new("candidate", form, new() { { "who", "Outreach.WhichOne", meant.Typed } }) }, stop);
            var made = await store.AddCandidate(Read(form, person, await store.OpenNeeds(stop), null) with { Id = form.Once(), IsNew = form["person"] == "new" }, visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, CandidateWords.Href(made.Id), ("said", "Outreach.SaidNoticed"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(store, begun with { Typed = new("candidate", form, Beside(mistaken.Problems)) }, stop);
        }
        catch (CandidateAlready already)
        {
            store.ChangeTracker.Clear();
            return await Show(store, begun with { Already = already.CandidateId, Typed = new("candidate", form, []) }, stop);
        }
    }

    /// <summary>With whom of the owner's people it began, as long as the name is still theirs.</summary>
    private static async Task<Guid?> Known(Store store, IFormCollection form, CancellationToken stop) =>
        form["person"].Count == 0 && Guid.TryParse(form["known"], out var id) && (await store.Lines([id], stop)) is [var person] && PersonNames.Key(person.Name) == PersonNames.Key(form["who"].ToString()) ? id : null;

    /// <summary>Whom of the owner's people the name may mean; null when one was chosen, or nobody is.</summary>
    private static async Task<WhoMeant?> WhoIsMeant(Store store, IFormCollection form, CancellationToken stop) =>
        form["person"].Count == 0 && (await store.Meant(form.Filled("who"), stop)).FirstOrDefault(m => m.People.Count > 0) is { } meant ? meant with { People = await store.SaidApart(meant.People, stop) } : null;

    /// <summary>The fields of <see cref="CandidateFieldsPanel"/>. A need that is closed by now stays named.</summary>
    internal static NewCandidate Read(IFormCollection form, Guid? person, IReadOnlyList<Need> needs, Guid? before) => new()
    {
        Name = form.Filled("who"),
        PersonId = person,
        Headline = form.Filled("headline"),
        Organization = form.Filled("organization"),
        Origin = OriginOf(form["origin"], (Origin)(-1)),
        OriginText = form.Filled("originText"),
        NeedId = Guid.TryParse(form["need"], out var need) ? need : before is { } was && needs.All(n => n.Id != was) ? was : null,
        Topic = form.Filled("topic"),
        Role = form.Filled("role"),
        Mail = form.Filled("mail"),
        Link = form.Filled("link"),
        Note = form.Filled("note"),
        NextStep = form.Filled("nextStep"),
        NextOn = form.Day("nextOn"),
    };

    /// <summary>What is wrong, beside the field in which it was typed.</summary>
    internal static Problems Beside(Problems problems) => [.. problems.Select(p => p.Field == "name" ? p with { Field = "who" } : p)];

    private static Origin OriginOf(string? typed, Origin otherwise) => Enum.TryParse<Origin>(typed, true, out var origin) ? origin : otherwise;

    private static async Task<IResult> Show(Store store, Begun begun, CancellationToken stop) => Answers.Page<NewCandidatePage>(new
    {
        Needs = await store.OpenNeeds(stop),
        begun.Need,
        begun.Was,
        begun.Origin,
        begun.Unclear,
        begun.Already,
        begun.Typed,
    }, begun.Already is not null ? StatusCodes.Status409Conflict : begun.Typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private sealed record Begun
    {
        public Candidate? Was { get; init; }
        public Guid? Need { get; init; }
        public Origin Origin { get; init; } = Origin.Field;
        public WhoMeant? Unclear { get; init; }
        public Guid? Already { get; init; }
        public Typed? Typed { get; init; }
    }
}
