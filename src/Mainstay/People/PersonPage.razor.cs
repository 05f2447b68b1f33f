using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary><c>/people/{id}</c>: the letter, the facts, and what other rooms hang on it.</summary>
public sealed partial class PersonPage
{
    internal static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/people/{id:guid}", (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, stop));

    /// <summary>The page; with a form of it that has to be looked at again, when there is one.</summary>
    public static async Task<IResult> Show(HttpContext http, Guid id, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var record = await store.RecordOf(id, http.RequestServices, visit.Today, stop);
        var panels = await Hung(http, new(store, record.Person, visit, http.Request.Query, typed), stop);
        return Answers.Page<PersonPage>(new
        {
            record.Person,
            Beside = record.Beside(visit.Clock.GetUtcNow(), visit.Today),
            record.Letter,
            Sections = SectionsOf(record),
            Words = Chips(record.Details),
            Panels = panels,
            record.Details.Notes,
            Said = Said.From(http.Request.Query),
        }, typed);
    }

    private static async Task<IReadOnlyList<Panel>> Hung(HttpContext http, IPersonPanel.Call call, CancellationToken stop)
    {
        var panels = new List<Panel>();
        foreach (var panel in http.RequestServices.GetServices<IPersonPanel>().OrderBy(p => p.Order))
            if (await panel.Load(call, stop) is { } found) panels.Add(new(panel.Order, panel.Component, found));
        return panels;
    }

    private static IReadOnlyList<(Reason, IReadOnlyList<Reason>)> SectionsOf(PersonRecord record) =>
        [.. PersonSections.Of(record.Details with { Notes = null, Labels = [], Topics = [] }), .. record.Parts.Where(p => p is { Heading: not null, OnPage: true, Lines.Count: > 0 }).Select(p => (p.Heading!, p.Lines))];

    private static IReadOnlyList<(Reason, IReadOnlyList<string>)> Chips(PersonDetails person) =>
        [.. new (Reason, IReadOnlyList<string> Words)[] { (new("People.Topics"), person.Topics), (new("People.Labels"), person.Labels) }.Where(c => c.Words.Count > 0)];
}
