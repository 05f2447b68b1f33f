using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>Tells a year from what is known of it.</summary>
internal static class YearStory
{
    /// <summary>In this order, what there is to tell.</summary>
    public static IReadOnlyList<YearPart> Parts(YearFacts year) =>
        [.. new[] { Touches(year), CameIn(year), Faded(year), Help(year), Given(year), Asks(year), Needs(year), Learned(year) }.OfType<YearPart>()];

    private static YearPart? Touches(YearFacts year) => year.Touches.Count == 0 ? null
        : new("touches", [new("Insights.YearTouches", year.Touches.Count, year.TouchedPeople)], new("Insights.YearTouchesWhy"))
        {
            Chart = new(new("Insights.YearTouchesChart"), [YearSeries.Counting("Insights.YearTouchesName", year.Touches, year.Until)]),
        };

    private static YearPart? CameIn(YearFacts year) => year.CameIn.Count == 0 ? null
        : new("cameIn", [new("Insights.YearCameIn", year.CameIn.Count)], new("Insights.YearCameInWhy")) { Names = year.CameIn };

    private static YearPart? Faded(YearFacts year) => year.Faded.Count == 0 ? null
        : new("faded", [new("Insights.YearFaded", year.Faded.Count, Named(year.Of - 1))], new("Insights.YearFadedWhy")) { Names = year.Faded };

    private static YearPart? Help(YearFacts year)
    {
        var (got, gave) = (Those(year, Way.Received), Those(year, Way.Given));
        List<Reason> said =
        [
            .. Some(got.Count, new("Insights.YearHelped", got.Count, got.Select(f => f.Person).Distinct().Count())),
            .. Some(gave.Count, new("Insights.YearGave", gave.Count, gave.Select(f => f.Person).Distinct().Count())),
            .. Some(year.Doors.Count, new("Insights.YearDoors", year.Doors.Count)),
            .. Some(year.Doors.Count(d => d == OpportunityState.CameThrough), new("Insights.YearDoorsCame", year.Doors.Count(d => d == OpportunityState.CameThrough))),
        ];
        return said.Count == 0 ? null : new("help", said, new("Insights.YearHelpWhy"))
        {
            Chart = got.Count + gave.Count == 0 ? null : new(new("Insights.YearHelpChart"), [YearSeries.Counting("Insights.YearHelpGot", got.Select(f => f.On), year.Until), YearSeries.Counting("Insights.YearHelpGave", gave.Select(f => f.On), year.Until)]),
        };
    }

    private static List<(Way Way, DateOnly On, Guid Person)> Those(YearFacts year, Way way) => [.. year.Favours.Where(f => f.Way == way)];

    private static YearPart? Given(YearFacts year) => year.Gifts.Count + year.Introductions == 0 ? null
        : new("given", [.. Some(year.Introductions, new("Insights.YearIntroduced", year.Introductions)), .. Some(year.Gifts.Count, new("Insights.YearGifts", year.Gifts.Count))], new("Insights.YearGivenWhy")) { Names = year.Gifts };

    private static YearPart? Asks(YearFacts year)
    {
        if (year.Asks.Count == 0) return null;
        var answers = year.Asks.CountBy(a => a.State).OrderBy(a => a.Key).Select(a => new Reason($"Insights.YearAnswer{a.Key}", a.Value)).ToList();
        return new("asks", [new("Insights.YearAsked", year.Asks.Count), new("Insights.YearAnswers", answers), .. Some(year.AsksHelped, new("Insights.YearAsksHelped", year.AsksHelped))], new("Insights.YearAsksWhy")) { Names = [.. year.Asks.Select(a => a.What)] };
    }

    private static YearPart? Needs(YearFacts year)
    {
        List<Reason> said =
        [
            .. Some(year.GoalsReached.Count, new("Insights.YearGoals", year.GoalsReached.Count, Quoted(year.GoalsReached))),
            .. Some(year.NeedsCame.Count, new("Insights.YearNeedsCame", year.NeedsCame.Count, Quoted(year.NeedsCame))),
            .. Some(year.NeedsWent.Count, new("Insights.YearNeedsWent", year.NeedsWent.Count, Quoted(year.NeedsWent))),
            .. Cover(year),
        ];
        return said.Count == 0 ? null : new("needs", said, new("Insights.YearNeedsWhy"))
        {
            Chart = year.Reviews.Count == 0 ? null : new(new("Insights.YearCoverChart"), [new(new("Insights.YearCoverName"), [.. Enumerable.Range(1, 12).Select(m => Tenths(year.Reviews, m))])], Top: 10),
        };
    }

    private static IEnumerable<Reason> Cover(YearFacts year) => year.Reviews switch
    {
        [] => [],
        [var (on, cover)] => [new("Insights.YearCoverOnce", on, Telling.InTen(cover))],
        [var (first, then), .., var (last, now)] => [new("Insights.YearCoverMoved", first, Telling.InTen(then), last, Telling.InTen(now))],
    };

    /// <summary>At the last review of a month, the number that its sentence says; "less than one" is none.</summary>
    private static int? Tenths(IReadOnlyList<(DateOnly On, double Coverage)> reviews, int month) =>
        reviews.LastOrDefault(r => r.On.Month == month) is not { On.Year: > 1 } last ? null : Telling.InTen(last.Coverage).Inputs is [int tenths] ? tenths : 0;

    private static YearPart? Learned(YearFacts year) => year.Learnings.Count == 0 ? null
        : new("learned", [new("Insights.YearLearned", year.Learnings.Count), .. Some(year.LearningsUsed, new("Insights.YearLearnedUsed", year.LearningsUsed))], new("Insights.YearLearnedWhy")) { Names = year.Learnings };

    private static IEnumerable<Reason> Some(int count, Reason said) => count == 0 ? [] : [said];

    private static List<Reason> Quoted(IReadOnlyList<string> names) => [.. names.Select(n => new Reason("Insights.YearQuoted", n))];

    private static string Named(int year) => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}
