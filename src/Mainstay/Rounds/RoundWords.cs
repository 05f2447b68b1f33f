using Mainstay.Circles;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>Rounds and what is known of them, in words.</summary>
internal static class RoundWords
{
    private const int Soon = 7;

    public static string Href(CirclePlace place, Guid round) => Href(place.Href, round);

    public static string Href(string circle, Guid round) => $"{circle}{RoundsPage.Path}/{round}";

    public static string Icon(RoundKind kind) => kind switch { RoundKind.Mentoring => "learning", RoundKind.Groups => "circle", RoundKind.Partners => "people", _ => "meeting" };

    /// <summary>"Mentoring · sign up until May 15 · 4 signed up".</summary>
    public static IEnumerable<Reason> Line(RoundLine line, DateOnly today)
    {
        yield return new("Rounds.Kind_" + line.Round.Kind);
        yield return State(line.Round, today);
        yield return new("Rounds.SignedUpCount", line.SignedUp);
        if (line.IsMine) yield return new("Rounds.YouToo");
    }

    public static Reason State(Round round, DateOnly today) => round switch
    {
        { State: RoundState.Over } => new("Rounds.StateOver"),
        { State: RoundState.Published, NextOn: { } next } => new("Rounds.StateNext", next),
        { State: RoundState.Published } => new("Rounds.StatePublished"),
        { Kind: RoundKind.Coffee } => new("Rounds.StateOpen"),
        _ when !round.IsOpenOn(today) => new("Rounds.StateSignUpOver"),
        _ => (round.SignUpUntil.DayNumber - today.DayNumber) switch
        {
            0 => new("Rounds.SignUpToday"),
            > 0 and <= Soon and var days => new("Rounds.SignUpDays", days),
            _ => new("Rounds.SignUpUntil", round.SignUpUntil),
        },
    };

    /// <summary>A criterion of ours in words.</summary>
    public static string Named(Criterion criterion) => criterion.Name is RoundCast.Times or RoundCast.Organization or RoundCast.Style ? Speech.Say("Rounds.Weight_" + criterion.Name) : QualityWords.Named(criterion);

    /// <summary>What the two who are quiet are told; null while they are not.</summary>
    public static Reason? Silent(RoundPair pair, DateOnly today) => pair.SilentOn(today) is { } days ? new("Rounds.Silent", days) : null;

    /// <summary>What a round wants of somebody.</summary>
    public static Reason Sentence(RoundNews news) => new("Rounds.Card" + news.What, news.Who ?? "", news.Title);

    /// <summary>Until when, or since when.</summary>
    public static IEnumerable<Reason> Why(RoundNews news)
    {
        if (news.Until is { } until) yield return new("Rounds.CardUntil", until);
        else if (news.Days is { } days) yield return new(news.What == RoundNewsKind.Silent ? "Rounds.Silent" : days == 0 ? "Rounds.SignUpToday" : "Rounds.SignUpDays", days);
    }

    /// <summary>Both in words.</summary>
    public static string Due(RoundNews news) => string.Join(" ", Why(news).Prepend(Sentence(news)).Select(r => r.InWords()));
}
