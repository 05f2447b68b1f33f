using System.ComponentModel;
using Mainstay.Board;
using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Reviews;

/// <summary>What there is to look at in a review, as programs are told of it.</summary>
public sealed record QuarterAnswer(
    DateOnly On,
    [property: Description("The day of the review before today's; null when there is none.")] DateOnly? LastOn,
    [property: Description("From when on a review is due; null when there is nothing to look at.")] DateOnly? DueOn,
    [property: Description("What changed is what happened after this day.")] DateOnly Since,
    [property: Description("In sentences.")] IReadOnlyList<string> Changed,
    [property: Description("The coverage of all needs now, weighed by importance, 0 to 1; null without a need.")] double? Coverage,
    [property: Description("What is over its day first, then what nothing was done about for longest.")] IReadOnlyList<NeedToReviewAnswer> Needs,
    [property: Description("Seats of the board in which nobody sits, or whose time ran out.")] IReadOnlyList<FreeSeatAnswer> Seats,
    [property: Description("The most pressing gaps of the support map.")] IReadOnlyList<FindingAnswer> Gaps,
    [property: Description("Near to you, and quieter than you meant; at most ten.")] IReadOnlyList<QuietTieAnswer> Fading,
    [property: Description("Ties that could rest; at most ten.")] IReadOnlyList<QuietTieAnswer> CouldRest,
    [property: Description("Today's review, when it was kept.")] ReviewAnswer? Kept)
{
    public static QuarterAnswer Of(Quarter quarter) => new(
        quarter.On, quarter.Last?.On, quarter.DueOn, quarter.Happened.Since, [.. quarter.Happened.InWords.Select(r => r.InWords())],
        quarter.Happened.CoverageNow is { } coverage ? MapAnswer.Rounded(coverage) : null,
        [.. quarter.Needs.Select(NeedToReviewAnswer.Of)], [.. quarter.FreeSeats.Select(s => FreeSeatAnswer.Of(s, quarter.On))], [.. quarter.Gaps.Select(FindingAnswer.Of)],
        [.. quarter.Fading.Select(QuietTieAnswer.Of)], [.. quarter.CouldRest.Select(QuietTieAnswer.Of)], quarter.Kept is { } kept ? ReviewAnswer.Of(kept) : null);
}

/// <summary>A need to look at again.</summary>
public sealed record NeedToReviewAnswer(
    Guid Id, SupportKind Kind, string Topic, int Importance, DateOnly? NeededBy,
    [property: Description("When something was done about it last.")] DateOnly TouchedOn,
    [property: Description("How surely it is covered, in words.")] string InWords, IReadOnlyList<string> Reasons)
{
    public static NeedToReviewAnswer Of(NeedToReview need) =>
        new(need.Need.Id, need.Need.Kind, need.Need.Topic, need.Need.Importance, need.Need.NeededBy, need.TouchedOn, need.Cover?.InWords.InWords() ?? "", [.. need.Reasons.Select(r => r.InWords())]);
}

/// <summary>A seat to fill.</summary>
public sealed record FreeSeatAnswer(Guid Id, SeatFunction Function, string? Topic, SeatState State, [property: Description("The same in a sentence.")] string Sentence)
{
    public static FreeSeatAnswer Of(SeatLine line, DateOnly today) => new(line.Seat.Id, line.Seat.Function, line.Seat.Topic, line.StateOn(today), BoardWords.State(line, today).InWords());
}

/// <summary>Somebody with whom it has grown quiet.</summary>
public sealed record QuietTieAnswer(Guid Id, string Name, string? Layer, DateOnly? LastTouch, IReadOnlyList<string> Reasons)
{
    public static QuietTieAnswer Of(QuietTie tie) => new(tie.Id, tie.Name, TieAnswer.LayerName(tie.Standing.Tie.Layer), tie.Standing.LastTouchOn, [.. tie.Reasons.Select(r => r.InWords())]);
}

/// <summary>A review that was kept, as programs are told of it.</summary>
public record ReviewAnswer(
    Guid Id, DateOnly On, string? Note,
    [property: Description("The coverage of all needs then, 0 to 1; null without a need.")] double? Coverage,
    [property: Description("How many needs there were.")] int Needs,
    [property: Description("The coverage in words.")] string InWords)
{
    public static ReviewAnswer Of(Review review) => new(review.Id, review.On, review.Note, Rounded(review), review.Needs, ReviewWords.Coverage(review).InWords());

    internal static double? Rounded(Review review) => review.Coverage is { } coverage ? MapAnswer.Rounded(coverage) : null;
}

/// <summary>A review that was just kept.</summary>
public sealed record KeptReviewAnswer(
    Guid Id, DateOnly On, string? Note, double? Coverage, int Needs, string InWords,
    [property: Description("Needs and people that were named and are gone meanwhile: nothing was done about them.")] IReadOnlyList<Guid> PassedOver) : ReviewAnswer(Id, On, Note, Coverage, Needs, InWords)
{
    public static KeptReviewAnswer Of(KeptReview kept) =>
        new(kept.Review.Id, kept.Review.On, kept.Review.Note, Rounded(kept.Review), kept.Review.Needs, ReviewWords.Coverage(kept.Review).InWords(), kept.PassedOver);
}

/// <summary>A review, as programs write it.</summary>
public sealed record ReviewFields
{
    [Description("What changed for you. Left out, the day's note stays; empty, it goes.")]
    public string? Note { get; init; }

    [Description("Needs of which you say something; the others stay as they are.")]
    public IReadOnlyList<ReviewedNeedFields> Needs { get; init; } = [];

    [Description("Ties of which you say something; the others stay as they are.")]
    public IReadOnlyList<ReviewedTieFields> Ties { get; init; } = [];

    public NewReview ToReview() => new() { Note = Note, Needs = [.. Needs.Select(n => new ReviewedNeed(n.Id, n.Closed, n.Importance))], Ties = [.. Ties.Select(t => new ReviewedTie(t.Id, t.Choice))] };
}

/// <summary>What is said of a need in a review.</summary>
public sealed record ReviewedNeedFields
{
    public required Guid Id { get; init; }

    [Description("It is needed no more.")]
    public bool Closed { get; init; }

    [Description("How important it is now, 1 to 5.")]
    public int? Importance { get; init; }
}

/// <summary>What is said of a tie in a review.</summary>
public sealed record ReviewedTieFields
{
    [Description("The person.")]
    public required Guid Id { get; init; }

    [Description("`keep`; `rest` pauses it without an end; `noRhythm` takes its cadence away; `over` says that it is over.")]
    public required TieChoice Choice { get; init; }
}

/// <summary>Reviews as examples.</summary>
internal static class ReviewExamples
{
    public static readonly ReviewAnswer Review = new(new("0197a3c2-0000-7000-8000-000000000081"), new(2026, 2, 1), "Fewer clinics, larger ones.", .55, 6, "For 6 needs, somebody would have helped in about 6 in 10 cases.");
}
