using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Somebody who is worth a word, and why.</summary>
/// <param name="Person">Who.</param>
/// <param name="Score">By what they are put in order, 0 to 1: a judgement.</param>
/// <param name="Reasons">Why, in words.</param>
/// <param name="Href">Where it is done in one tap.</param>
public sealed record StructureTie(StructurePerson Person, double Score, IReadOnlyList<Reason> Reasons, string Href)
{
    /// <summary>Whoever was met less often was never a tie that could go quiet.</summary>
    private const int LeastDays = 3;

    private const int MostNamed = 3;

    /// <summary>Loose ties that may open a door, when one is needed (models.md §3.5).</summary>
    internal static IEnumerable<StructureTie> Weak(StructureFacts facts, StructureGraph graph)
    {
        if (facts.Openings is not [var need, ..]) return [];
        return from number in Enumerable.Range(0, facts.People.Count)
               let person = facts.People[number]
               let mutual = graph.Mutual(number)
               where person.IsTied && !person.IsNear && mutual > 0
               let fit = OpportunityFit.Of(mutual, person.Strength)
               orderby fit descending, person.Name, person.Id
               select new StructureTie(person, fit, [Mutual(graph.KnownTo(number), mutual), .. HelpReasons.Of(person.Standing, person.Asked, null)], $"/asks/new?to={person.Id}&need={need.Id}");
    }

    /// <summary>Old ties that went quiet (models.md §3.6).</summary>
    internal static IEnumerable<StructureTie> Dormant(StructureFacts facts)
    {
        var all = facts.People.Sum(p => p.Standing?.Tie.ContactDays ?? 0);
        return from person in facts.People
               where IsDormant(person)
               let score = Quiet(person, all).Score
               orderby score descending, person.Name, person.Id
               select new StructureTie(person, score, [.. Past(person, facts.KnowsAllSaid)], $"/touches/new?person={person.Id}");
    }

    private static bool IsDormant(StructurePerson person) => person is { IsTied: true, Standing: { LastTouchOn: { } last } tie }
        && tie.Tie.ContactDays >= LeastDays && DormantTie.IsDormant(tie.Aliveness.Exact, last, tie.On);

    private static DormantTie Quiet(StructurePerson person, int all) =>
        DormantTie.Of(person.Standing!.Tie, all, person.Asked.Asks > 0 ? (person.Asked.Yes + 1.0) / (person.Asked.Asks + 2) : null);

    private static Reason Mutual(IEnumerable<StructurePerson> known, int count)
    {
        var named = known.Take(MostNamed).Select(p => p.Name).ToList();
        return count > MostNamed ? new("Insights.StructureMutualMore", string.Join(", ", named), count - MostNamed) : new("Insights.StructureMutual", named);
    }

    private static IEnumerable<Reason> Past(StructurePerson person, bool knowsAllSaid)
    {
        var tie = person.Standing!;
        yield return new("Insights.StructureWasInTouch", tie.Tie.ContactDays, Telling.Ago(tie.On.DayNumber - tie.LastTouchOn!.Value.DayNumber));
        foreach (var reason in knowsAllSaid ? Telling.Said(tie.Tie).Concat(Assumed(tie.Tie, person.Asked)) : Seen(tie.Tie, person.Asked)) yield return reason;
    }

    /// <summary>What may be told to somebody who does not know all that was said.</summary>
    private static IEnumerable<Reason> Seen(Tie tie, AskRecord asked)
    {
        if (tie.Closeness is { } rating) yield return new("Rhythm.ClosenessSaid", rating);
        if (asked.Asks > 0) yield return new("Exchange.WhoSaidYes", asked.Yes, asked.Asks);
    }

    /// <summary>What stands in for that of which the owner said nothing, and what counts half because nothing does.</summary>
    private static IEnumerable<Reason> Assumed(Tie tie, AskRecord asked)
    {
        var unknown = new List<Reason>();
        if (tie is { Trust: null, Closeness: { } rating })
        {
            yield return new("Rhythm.ClosenessSaid", rating);
            yield return new("Insights.StructureTrustByCloseness");
        }
        else if (tie.Trust is null) unknown.Add(new("Insights.StructureHowTrusted"));
        if (tie.Willing is null && asked.Asks > 0)
        {
            yield return new("Exchange.WhoSaidYes", asked.Yes, asked.Asks);
            yield return new("Insights.StructureWillingByAnswers");
        }
        else if (tie.Willing is null) unknown.Add(new("Insights.StructureHowWilling"));
        if (tie.Standing is null) unknown.Add(new("Insights.StructureHowFarAhead"));
        if (unknown.Count > 0) yield return new("Insights.StructureCountsHalf", unknown);
    }
}
