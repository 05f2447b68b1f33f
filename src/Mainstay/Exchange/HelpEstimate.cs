using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>What somebody did with asks so far.</summary>
/// <param name="Asks">How many came to an end: answered, or their day passed.</param>
/// <param name="Yes">How many of them were answered with yes.</param>
/// <param name="ReplyDays">The median of days until an answer; null while there was none.</param>
public sealed record AskRecord(int Asks, int Yes, double? ReplyDays)
{
    public static readonly AskRecord None = new(0, 0, null);

    /// <summary>Drafts and asks that were taken back say nothing; one whose day passed in silence was not answered.</summary>
    public static AskRecord Of(IEnumerable<PastAsk> asks, DateOnly today)
    {
        var ended = asks.Where(a => a.SentOn is not null && a.State is not (AskState.Drafted or AskState.Withdrawn) && (a.AnsweredOn is not null || a.AnswerBy < today)).ToList();
        var days = ended.Where(a => a.AnsweredOn is not null).Select(a => Math.Max(0, a.AnsweredOn!.Value.DayNumber - a.SentOn!.Value.DayNumber)).Order().ToList();
        return new(ended.Count, ended.Count(a => a.State == AskState.Yes), days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0);
    }
}

/// <summary>As much of an ask as its record needs.</summary>
public readonly record struct PastAsk(Guid PersonId, AskState State, DateOnly? SentOn, DateOnly? AnsweredOn, DateOnly AnswerBy);

/// <summary>The three parts of who can help, each from 0 to 1. The constants are judgements, not measurements: only their order has support.</summary>
public static class HelpEstimate
{
    /// <summary>How soon somebody answers who was never asked.</summary>
    public const double SoonUnknown = .6;

    private const double HalfOfKnowing = 4, LeftByHelp = .8, DaysOfHalf = 7;

    /// <summary>How much they know of it.</summary>
    /// <param name="found">What their words weigh: BM25F.</param>
    /// <param name="helped">How often they helped with it.</param>
    public static double Can(double found, int helped) => 1 - Math.Exp(-found / HalfOfKnowing) * Math.Pow(LeftByHelp, helped);

    /// <summary>How likely they say yes.</summary>
    /// <param name="strength">Of the tie, 0 to 1; the layer stands in for what was not said.</param>
    /// <param name="loadFactor">What is left after much was asked of them, 0 to 1.</param>
    /// <param name="asked">What they did with asks so far; two yes of three are taken for granted.</param>
    public static double Will(double strength, double loadFactor, AskRecord asked) => (.1 + .8 * strength) * loadFactor * (asked.Yes + 2) / (asked.Asks + 3);

    /// <summary>How soon: half for an answer within a week.</summary>
    public static double Soon(AskRecord asked) => asked.ReplyDays is { } days ? Math.Pow(2, -days / DaysOfHalf) : SoonUnknown;

    public static double Score(double can, double will, double soon) => can * will * (.5 + .5 * soon);

    public static Reason KnowingInWords(double can) => new(can switch { >= .6 => "Exchange.WhoKnowsMuch", >= .25 => "Exchange.WhoKnowsSome", _ => "Exchange.WhoKnowsLittle" });

    public static Reason SpeedInWords(AskRecord asked) => asked.ReplyDays switch
    {
        null => new("Exchange.WhoSoonUnknown"),
        < 1 => new("Exchange.WhoSoonSameDay"),
        { } days => new("Exchange.WhoSoonDays", (int)Math.Round(days, MidpointRounding.AwayFromZero)),
    };
}
