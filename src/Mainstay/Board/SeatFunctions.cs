using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>What each function is good for, and who on the support map might have it.</summary>
public static class SeatFunctions
{
    /// <summary>So many are thought of for one seat.</summary>
    private const int Most = 3;

    /// <summary>What most boards need.</summary>
    public static readonly IReadOnlyList<SeatFunction> Usual = [SeatFunction.Sage, SeatFunction.Sponsor, SeatFunction.Supporter, SeatFunction.SparringPartner];

    /// <summary>The support that comes with a function.</summary>
    public static IReadOnlyList<SupportKind> Gives(SeatFunction function) => function switch
    {
        SeatFunction.Sage => [SupportKind.Guidance],
        SeatFunction.Sponsor or SeatFunction.Connector => [SupportKind.Opportunities],
        SeatFunction.Supporter => [SupportKind.Emotional, SupportKind.Encouragement],
        SeatFunction.SparringPartner => [SupportKind.Accountability, SupportKind.Collaboration],
        SeatFunction.Peer => [SupportKind.Community],
        _ => [SupportKind.Knowledge],
    };

    /// <summary>Whether who has the seat can be expected to help with the need: of knowledge only with what the seat is for.</summary>
    public static bool Serves(Seat seat, Need need) => Gives(seat.Function).Contains(need.Kind) && (need.Kind != SupportKind.Knowledge || TopicWords.Of(seat.Topic ?? "").Meets(TopicWords.Of(need.Topic)));

    /// <summary>For each function who might have it: those who would help with such needs, the surest first; who sits on the board already is left out.</summary>
    public static ILookup<SeatFunction, SeatThought> Thoughts(SupportMap map, IReadOnlyCollection<Guid> seated) => Enum.GetValues<SeatFunction>().SelectMany(f => Thoughts(f, map, seated)).ToLookup(t => t.Function);

    private static IEnumerable<SeatThought> Thoughts(SeatFunction function, SupportMap map, IReadOnlyCollection<Guid> seated) =>
        (from cover in map.Needs
         where Gives(function).Contains(cover.Need.Kind)
         from helper in cover.Counting
         where !seated.Contains(helper.Person.Id)
         group (cover, helper) by helper.Person.Id into their
         let best = their.MaxBy(t => t.helper.Chance)
         orderby best.helper.Chance descending, best.helper.Person.Name, best.helper.Person.Id
         select new SeatThought(function, their.Key, best.helper.Person.Name, [new Reason("Board.HelpsWith", their.Select(t => t.cover.Need.Topic).Distinct()), .. best.helper.Reasons])).Take(Most);
}
