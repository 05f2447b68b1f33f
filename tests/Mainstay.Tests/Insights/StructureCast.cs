using System.Security.Cryptography;
using System.Text;
using Mainstay.Algorithms.Graphs;
using Mainstay.Algorithms.Series;
using Mainstay.Exchange;
using Mainstay.Insights;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Insights;

/// <summary>A network made of names: who is tied to Ada, and who knows whom.</summary>
internal sealed class StructureCast
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private readonly List<StructurePerson> people = [];
    private readonly List<StructureLink> links = [];

    /// <summary>Four designers who all know each other, four investors likewise, and Ana, who knows some of both and of whom nothing else is known.</summary>
    public static StructureCast TwoCircles() => new StructureCast().Circle("designer", "D1", "D2", "D3", "D4").Circle("investor", "I1", "I2", "I3", "I4").Link("Ana", "D1").Link("Ana", "D2").Link("Ana", "I1").Link("Ana", "I2");

    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public StructureCast Person(string name, string? role = null, Layer layer = Layer.None)
    {
        var tie = layer == Layer.None ? null : Standing.Of(new Tie { Id = Id(name), Layer = layer, Since = Today }, [], ContactForecast.Default, Today);
        return Set(new(Id(name), name) { Standing = tie, Traits = role is null ? Of(name)?.Traits ?? [] : [new(StructureTraitKind.Role, role)] });
    }

    /// <summary>All of them know each other.</summary>
    public StructureCast Circle(string? role, params string[] names)
    {
        foreach (var name in names)
            if (Of(name) is null || role is not null) Person(name, role);
        for (var one = 0; one < names.Length; one++)
            for (var other = one + 1; other < names.Length; other++) Link(names[one], names[other], 1);
        return this;
    }

    public StructureCast Link(string one, string other, double strength = .5)
    {
        foreach (var name in (string[])[one, other])
            if (Of(name) is null) Person(name);
        links.Add(new(Number(one), Number(other), strength));
        return this;
    }

    /// <summary>Ada has a tie of this strength with each of them: felt, for nothing was logged; 1 is as close as can be.</summary>
    public StructureCast Ties(double strength, params string[] names)
    {
        foreach (var name in names)
        {
            var tie = new Tie { Id = Id(name), Closeness = strength == 1 ? 5 : 1, Layer = Layer.Wider, Since = Today };
            var days = strength == 1 ? [] : new[] { new ContactDay(Today.AddDays(-200).DayNumber, .5, .5, .5) };
            Set((Of(name) ?? new(Id(name), name)) with { Standing = Standing.Of(tie, days, ContactForecast.Default, Today) });
        }
        return this;
    }

    /// <summary>Somebody whom Ada met on so many days, the last four years ago.</summary>
    public StructureCast Quiet(string name, int days, int? closeness, AskRecord? asked = null, Action<Tie>? said = null)
    {
        ContactDay[] met = [.. Enumerable.Range(0, days).Select(i => new ContactDay(Today.AddYears(-4).AddDays(-30 * (days - 1 - i)).DayNumber, 1, 1, 1))];
        var tie = new Tie { Id = Id(name), Closeness = closeness, Since = Today, ContactDays = days, FirstTouchOn = DateOnly.FromDayNumber((int)met[0].Day), LastTouchOn = DateOnly.FromDayNumber((int)met[^1].Day) };
        said?.Invoke(tie);
        return Set(new(Id(name), name) { Standing = Standing.Of(tie, met, ContactForecast.Default, Today), Asked = asked ?? AskRecord.None });
    }

    public Structure Of(IReadOnlyList<Need>? openings = null)
    {
        // The groups as the view of the network numbers them.
        var graph = CompressedGraph.Undirected(people.Count, [.. links.Select(l => new Arc(l.First, l.Second, l.Strength))]);
        var found = Communities.Find(graph);
        var groups = Enumerable.Range(0, people.Count).Where(p => graph.Degree(p) > 0).GroupBy(p => found.Of[p]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).SelectMany((g, number) => g.Select(p => (p, number))).ToDictionary(g => g.p, g => g.number);
        return Structure.Of(new()
        {
            On = Today,
            People = [.. people.Select((p, number) => p with { Group = groups.TryGetValue(number, out var group) ? group : null })],
            Links = links,
            Openings = openings ?? [],
        }, TestContext.Current.CancellationToken);
    }

    private StructurePerson? Of(string name) => people.Find(p => p.Name == name);

    private int Number(string name) => people.FindIndex(p => p.Name == name);

    private StructureCast Set(StructurePerson person)
    {
        var place = Number(person.Name);
        if (place < 0) people.Add(person);
        else people[place] = person with { Traits = person.Traits.Count > 0 ? person.Traits : people[place].Traits };
        return this;
    }
}

internal static class StructureCastWords
{
    /// <summary>What the one finding of a kind says.</summary>
    public static string Said(this Structure structure, StructureFindingKind kind) => Assert.Single(structure.Findings, f => f.Kind == kind).Sentence.InWords(new("en"));
}
