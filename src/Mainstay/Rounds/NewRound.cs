using Mainstay.Circles;
using Mainstay.Matching;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>A round as a host announces it.</summary>
public sealed record NewRound
{
    public const int UsualSignUpDays = 14, UsualEveryDays = 14;

    /// <summary>Sent twice with the same id, it is there once.</summary>
    public Guid? Id { get; init; }

    public RoundKind Kind { get; init; }

    public required string Title { get; init; }

    public string? About { get; init; }

    /// <summary>The last day to sign up; in two weeks when not said.</summary>
    public DateOnly? SignUpUntil { get; init; }

    public int OfferDays { get; init; } = Round.UsualOfferDays;

    /// <summary>Coffee only: every two weeks when not said.</summary>
    public int? EveryDays { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Kind), "kind", "Rounds.NoKind")
        .When(Texts.FilledLine(Title) is null, "title", "Rounds.TitleMissing")
        .When(Title?.Length > Round.MostTitle, "title", "Circles.TooLong", Round.MostTitle)
        .When(About?.Length > Round.MostAbout, "about", "Circles.TooLong", Round.MostAbout)
        .When(SignUpUntil < today || SignUpUntil > today.AddDays(Round.LongestSignUp), "signUpUntil", "Rounds.UntilRange", Round.LongestSignUp)
        .When(OfferDays is < 1 or > Round.MostOfferDays, "offerDays", "Rounds.DaysRange", 1, Round.MostOfferDays)
        .When(EveryDays is < 1 or > Round.MostEveryDays, "everyDays", "Rounds.DaysRange", 1, Round.MostEveryDays);
}

/// <summary>What a member says when they sign up.</summary>
public sealed record NewSignUp
{
    public const int MostText = 1_000, MostNote = 2_000, MostOrganization = 120;

    public RoundSide Side { get; init; }

    public int Places { get; init; } = 1;

    public string? Wants { get; init; }

    public string? Offers { get; init; }

    public string? Times { get; init; }

    public string? Organization { get; init; }

    public bool AvoidsColleagues { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<Guid> Avoid { get; init; } = [];

    public IReadOnlyList<Guid> Prefers { get; init; } = [];

    /// <summary>What is asked first, from what somebody says of themselves in the circle.</summary>
    public static NewSignUp From(Member me) => new() { Wants = me.Seeks, Offers = me.Helps, Places = Math.Max(1, me.Capacity) };

    public static NewSignUp Of(RoundSignUp row) => new()
    {
        Side = row.Side, Places = row.Places, Wants = row.Wants, Offers = row.Offers, Times = row.Times, Organization = row.Organization,
        AvoidsColleagues = row.AvoidsColleagues, Note = row.Note, Avoid = row.Avoided, Prefers = row.Preferred,
    };

    public Problems Check(RoundKind kind) => new Problems()
        .When(!Enum.IsDefined(Side) || kind == RoundKind.Mentoring && Side == RoundSide.None, "side", "Rounds.SideMissing")
        .When(Side is RoundSide.Mentor or RoundSide.Both && Places is < 1 or > MemberProfile.MostCapacity, "places", "Rounds.PlacesRange", MemberProfile.MostCapacity)
        .When(MemberProfile.AreWrong(Wants), "wants", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(MemberProfile.AreWrong(Offers), "offers", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(MemberProfile.AreWrong(Times), "times", "Circles.TopicsWrong", CircleTopic.Most, CircleTopic.Longest)
        .When(Organization?.Length > MostOrganization, "organization", "Circles.TooLong", MostOrganization)
        .When(AvoidsColleagues && Texts.FilledLine(Organization) is null, "organization", "Rounds.OrganizationMissing")
        .When(Note?.Length > MostNote, "note", "Circles.TooLong", MostNote)
        .When(Avoid.Count > Participant.MostThings, "avoid", "Rounds.TooMany", Participant.MostThings)
        .When(Prefers.Count > Participant.MostThings, "prefers", "Rounds.TooMany", Participant.MostThings);
}
