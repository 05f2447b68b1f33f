using System.ComponentModel;
using Mainstay.Circles;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>A round, for programs.</summary>
internal sealed record RoundAnswer(Guid Id, RoundKind Kind, string Title, [property: Description("The last day to sign up.")] DateOnly SignUpUntil, RoundState State)
{
    public string? About { get; init; }

    [Description("For how many days an offer stands before the next is asked.")]
    public int OfferDays { get; init; }

    [Description("Coffee: every how many days others come together.")]
    public int? EveryDays { get; init; }

    [Description("Coffee: when they do next.")]
    public DateOnly? NextOn { get; init; }

    [Description("How many members take part.")]
    public int SignedUp { get; init; }

    [Description("Whoever asks takes part.")]
    public bool IsMine { get; init; }

    public static RoundAnswer Of(RoundLine line) => new(line.Round.Id, line.Round.Kind, line.Round.Title, line.Round.SignUpUntil, line.Round.State)
    {
        About = line.Round.About, OfferDays = line.Round.OfferDays, EveryDays = line.Round.EveryDays, NextOn = line.Round.NextOn, SignedUp = line.SignedUp, IsMine = line.IsMine,
    };
}

internal sealed record NewRoundFields(string Title, RoundKind Kind = RoundKind.Mentoring, string? About = null, DateOnly? SignUpUntil = null, int? OfferDays = null, int? EveryDays = null)
{
    public NewRound ToNew() => new() { Title = Title, Kind = Kind, About = About, SignUpUntil = SignUpUntil, OfferDays = OfferDays ?? Round.UsualOfferDays, EveryDays = EveryDays };
}

/// <summary>My part in a round, for programs.</summary>
/// <param name="SignUp">What was said; null when they do not take part.</param>
/// <param name="Pairs">Offers that wait for them, and pairs they are in.</param>
/// <param name="AskedUntil">Somebody is asked for them, until then.</param>
/// <param name="Together">Who is in their group.</param>
internal sealed record RoundPartAnswer(RoundSignUpAnswer? SignUp, IReadOnlyList<RoundPairAnswer> Pairs, DateTime? AskedUntil, RoundGroupAnswer? Together);

/// <summary>What somebody said when they signed up, for themselves.</summary>
internal sealed record RoundSignUpAnswer(Guid MemberId, RoundSide Side, int Places)
{
    public required IReadOnlyList<string> Wants { get; init; }

    public required IReadOnlyList<string> Offers { get; init; }

    public required IReadOnlyList<string> Times { get; init; }

    public string? Organization { get; init; }

    [Description("Never with anybody of their own organisation. Only they read it.")]
    public bool AvoidsColleagues { get; init; }

    public string? Note { get; init; }

    public bool IsPaused { get; init; }

    [Description("Whom they are never brought together with. Only they read it.")]
    public IReadOnlyList<Guid> Avoid { get; init; } = [];

    public IReadOnlyList<Guid> Prefers { get; init; } = [];

    /// <summary>As hosts read it.</summary>
    public static RoundSignUpAnswer Of(RoundSignUp row) => new(row.MemberId, row.Side, row.Places)
    {
        Wants = CircleTopic.Split(row.Wants), Offers = CircleTopic.Split(row.Offers), Times = CircleTopic.Split(row.Times), Organization = row.Organization, Note = row.Note, IsPaused = row.IsPaused,
    };

    public static RoundSignUpAnswer Own(RoundSignUp row) => Of(row) with { AvoidsColleagues = row.AvoidsColleagues, Avoid = row.Avoided, Prefers = row.Preferred };
}

internal sealed record RoundSignUpFields(RoundSide Side = RoundSide.None, int? Places = null, IReadOnlyList<string>? Wants = null, IReadOnlyList<string>? Offers = null, IReadOnlyList<string>? Times = null, string? Organization = null,
    bool AvoidsColleagues = false, string? Note = null, IReadOnlyList<Guid>? Avoid = null, IReadOnlyList<Guid>? Prefers = null)
{
    public NewSignUp ToNew() => new()
    {
        Side = Side, Places = Places ?? 1, Wants = Lines(Wants), Offers = Lines(Offers), Times = Lines(Times), Organization = Organization, AvoidsColleagues = AvoidsColleagues, Note = Note, Avoid = Avoid ?? [], Prefers = Prefers ?? [],
    };

    private static string? Lines(IReadOnlyList<string>? list) => list is null ? null : string.Join('\n', list);
}

internal sealed record RoundPauseFields(bool Pause);

/// <summary>Two, for programs.</summary>
internal sealed record RoundPairAnswer(Guid Id, Guid MenteeId, string Mentee, Guid MentorId, string Mentor, PairState State)
{
    [Description("Until when an offer stands.")]
    public DateTime? Deadline { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    [Description("What whoever asks said after the first meeting.")]
    public PairFit? Fit { get; init; }

    [Description("For how many days nothing was heard of them; null while that is not long.")]
    public int? SilentDays { get; init; }

    public static RoundPairAnswer Of(PairLine line, Guid me, DateOnly today) => new(line.Pair.Id, line.Mentee.Id, line.Mentee.Name, line.Mentor.Id, line.Mentor.Name, line.Pair.State)
    {
        Deadline = line.Pair.State == PairState.Offered ? line.Pair.DeadlineAt : null, Reasons = [.. line.ReasonsFor(me).Select(r => r.InWords())], SilentDays = line.Pair.SilentOn(today),
        Fit = line.Mentee.Id == me || line.Mentor.Id == me ? line.FitOf(me) : null,
    };
}

internal sealed record RoundAcceptFields(bool Accept);

internal sealed record RoundFitFields(PairFit Fit);

/// <summary>Those who were brought together, for programs.</summary>
internal sealed record RoundGroupAnswer(Guid Id, DateOnly On, IReadOnlyList<string> Members)
{
    [Description("What accountability partners told each other, the newest first.")]
    public IReadOnlyList<RoundWeekAnswer> Weeks { get; init; } = [];

    public static RoundGroupAnswer Of(GroupLine line) => new(line.Group.Id, line.Group.On, [.. line.Members.Select(m => m.Name)])
    {
        Weeks = [.. line.Checks.Select(c => new RoundWeekAnswer(line.NameOf(c.MemberId) ?? "", c.Week, c.Went, c.Word))],
    };
}

/// <param name="Member">Who told it.</param>
/// <param name="Week">The week's Monday.</param>
/// <param name="Went">How it went.</param>
/// <param name="Word">What they added.</param>
internal sealed record RoundWeekAnswer(string Member, DateOnly Week, WeekWent Went, string? Word);

internal sealed record RoundWentFields(WeekWent Went, string? Word = null);

internal sealed record RoundPlanFields(MatchMode Mode = MatchMode.Assign, MatchAim Aim = MatchAim.Everyone, double Minimum = 0, [property: Description("How much a criterion counts, by its name: `wants`, `prefers`, `times`, `organization`, `style`.")] IReadOnlyDictionary<string, double>? Weights = null, int? GroupSize = null)
{
    public RoundPlan ToPlan() => new() { Mode = Mode, Aim = Aim, Minimum = Minimum, Weights = Weights ?? new Dictionary<string, double>(), GroupSize = GroupSize ?? RoundPlan.UsualGroup };
}

/// <summary>A draft, for programs.</summary>
/// <param name="IsStale">Sign-ups have changed since.</param>
/// <param name="Pairs">Who would be offered to whom.</param>
/// <param name="Groups">Who would come together.</param>
/// <param name="Alone">Who has nobody, and why.</param>
internal sealed record RoundDraftAnswer(bool IsStale, IReadOnlyList<DraftedPairAnswer> Pairs, IReadOnlyList<DraftedGroupAnswer> Groups, IReadOnlyList<DraftedAloneAnswer> Alone)
{
    [Description("By which this draft is told from any other: publish it by that, and no other one is published.")]
    public string? Mark { get; init; }

    [Description("How good it is; null of rounds without sides.")]
    public MatchQualityAnswer? Quality { get; init; }

    [Description("How good the other way of pairing would be.")]
    public MatchQualityAnswer? Comparison { get; init; }

    public static RoundDraftAnswer Of(KeptDraft draft, RoundCast cast) => new(draft.Of != cast.Of,
        [.. draft.Pairs.Where(p => cast[p.Mentee] is not null && cast[p.Mentor] is not null).Select(p => new DraftedPairAnswer(p.Mentee, cast.NameOf(p.Mentee), p.Mentor, cast.NameOf(p.Mentor), p.Score, p.Rank, Said(p.Reasons)))],
        [.. draft.Groups.Select(g => new DraftedGroupAnswer([.. g.Members.Where(m => cast[m] is not null).Select(cast.NameOf)], Said(g.Reasons)))],
        [.. draft.Alone.Where(a => cast[a.Member] is not null).Select(a => new DraftedAloneAnswer(cast.NameOf(a.Member), a.Why.ToReason().InWords()))])
    {
        Quality = draft.Chosen is { } chosen ? MatchQualityAnswer.Of(chosen) : null, Comparison = draft.Other is { } other ? MatchQualityAnswer.Of(other) : null,
    };

    private static IReadOnlyList<string> Said(IEnumerable<KeptReason> reasons) => [.. reasons.Select(r => r.ToReason().InWords())];
}

internal sealed record DraftedPairAnswer(Guid MenteeId, string Mentee, Guid MentorId, string Mentor, double Score, int Rank, IReadOnlyList<string> Reasons);

internal sealed record DraftedGroupAnswer(IReadOnlyList<string> Members, IReadOnlyList<string> Reasons);

internal sealed record DraftedAloneAnswer(string Member, string Why);

/// <summary>Two whom a host fixed, for programs.</summary>
internal sealed record RoundPinAnswer(Guid Id, Guid One, Guid Other, bool Apart);

internal sealed record NewPinFields(Guid One, Guid Other, [property: Description("They stay apart.")] bool Apart = false);
