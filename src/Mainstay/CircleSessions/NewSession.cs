using Mainstay.Words;

namespace Mainstay.CircleSessions;

/// <summary>A session as a member plans it.</summary>
public sealed record NewSession
{
    public const int MostTitle = 200, MostOffLimits = 1_000, MostDaysAhead = 180;

    /// <summary>Peer support is gone after a week at most, begun or not.</summary>
    public const int MostPeerDaysAhead = 5;

    /// <summary>Planned twice with the same id, it is there once.</summary>
    public Guid? Id { get; init; }

    public SessionKind Kind { get; init; }

    /// <summary>What it is called; peer support has no name.</summary>
    public string? Title { get; init; }

    /// <summary>When it begins, in UTC; at once when not said.</summary>
    public DateTime? StartsAt { get; init; }

    public int? Minutes { get; init; }

    /// <summary>A ring by writing.</summary>
    public bool IsWritten { get; init; }

    public SupportWish? Wish { get; init; }

    public string? OffLimits { get; init; }

    /// <summary>Who is asked for peer support.</summary>
    public Guid? HelperId { get; init; }

    public Problems Check(DateTime now)
    {
        var (shortest, longest, _) = SessionScript.Lasting(Kind);
        var ahead = Kind == SessionKind.Peer ? MostPeerDaysAhead : MostDaysAhead;
        return new Problems()
            .When(!Enum.IsDefined(Kind), "kind", "CircleSessions.NoKind")
            .When(Kind != SessionKind.Peer && Texts.FilledLine(Title) is null, "title", "CircleSessions.TitleMissing")
            .When(Title?.Length > MostTitle, "title", "CircleSessions.TooLong", MostTitle)
            .When(StartsAt < now.AddHours(-1), "on", "CircleSessions.InThePast")
            .When(StartsAt > now.AddDays(ahead), "on", "CircleSessions.TooFar", ahead)
            .When(Minutes < shortest || Minutes > longest, "minutes", "CircleSessions.MinutesWrong", shortest, longest)
            .When(IsWritten && Kind != SessionKind.Ring, "isWritten", "CircleSessions.OnlyRings")
            .When(Kind == SessionKind.Peer && (Wish is null || !Enum.IsDefined(Wish.Value)), "wish", "CircleSessions.WishMissing")
            .When(Kind == SessionKind.Peer && HelperId is null, "helper", "CircleSessions.HelperMissing")
            .When(OffLimits?.Length > MostOffLimits, "offLimits", "CircleSessions.TooLong", MostOffLimits);
    }
}

/// <summary>Something that a member writes in a session.</summary>
public sealed record NewEntry
{
    public const int MostText = 2_000, MostDays = 365;

    /// <summary>Written twice with the same id, it is there once.</summary>
    public Guid? Id { get; init; }

    public EntryKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The request that a lead is for.</summary>
    public Guid? AboutId { get; init; }

    public DateOnly? DueOn { get; init; }

    public Guid? WitnessId { get; init; }

    public Problems Check(DateOnly today) => new Problems()
        .When(!Enum.IsDefined(Kind), "kind", "CircleSessions.NoKind")
        .When(string.IsNullOrWhiteSpace(Text), "text", "CircleSessions.TextMissing")
        .When(Text?.Length > MostText, "text", "CircleSessions.TooLong", MostText)
        .When(SessionScript.IsLead(Kind) && AboutId is null, "about", "CircleSessions.AboutMissing")
        .When(Kind == EntryKind.Action && DueOn is null, "due", "CircleSessions.DueMissing")
        .When(DueOn < today || DueOn > today.AddDays(MostDays), "due", "CircleSessions.DueWrong", MostDays)
        .When(Kind == EntryKind.Action && WitnessId is null, "witness", "CircleSessions.WitnessMissing");
}
