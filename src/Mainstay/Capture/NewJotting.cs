using Mainstay.Gatherings;
using Mainstay.Words;
using static Mainstay.Words.Texts;

namespace Mainstay.Capture;

/// <summary>A jotting as it arrives: a line, or whom the owner met at a gathering.</summary>
public sealed record NewJotting
{
    /// <summary>What is longer was not jotted down by hand.</summary>
    public const int MostLetters = 20_000;

    /// <summary>The device's key: sent twice with the same, it counts once.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was jotted down; now when not said.</summary>
    public DateTimeOffset? At { get; init; }

    public string? Line { get; init; }

    public Guid? GatheringId { get; init; }

    public string? Who { get; init; }

    /// <summary>Whom the owner chose among those who may be meant, before the network was gone.</summary>
    public Guid? PersonId { get; init; }

    public string? About { get; init; }

    public string? Promised { get; init; }

    public string? PromisedToMe { get; init; }

    /// <summary>How the reading of the line was changed: its form, as it was to be sent.</summary>
    public string? Changes { get; init; }

    public Problems Check()
    {
        var problems = new Problems()
            .When(Id == Guid.Empty, "id", "Capture.JottingKeyMissing")
            .When(Filled(Line) is null && Filled(Who) is null, "line", "Capture.EmptyLine")
            .When(Filled(Line) is not null && Filled(Who) is not null, "line", "Capture.JottingIsOne");
        foreach (var (field, text) in (ReadOnlySpan<(string, string?)>)[("line", Line), ("who", Who), ("about", About), ("promised", Promised), ("promisedToMe", PromisedToMe), ("changes", Changes)])
            problems.When(text?.Length > MostLetters, field, "Capture.JottingLong", MostLetters);
        return problems;
    }

    internal Jotting ToRow(DateTime now) => new()
    {
        Id = Id,
        At = At is { } at && at.UtcDateTime < now ? at.UtcDateTime : now,
        ArrivedAt = now,
        Line = Filled(Line),
        GatheringId = Filled(Who) is null ? null : GatheringId,
        Who = Filled(Who),
        About = Filled(About),
        Promised = Filled(Promised),
        PromisedToMe = Filled(PromisedToMe),
        Changes = Filled(Line) is null ? null : Filled(Changes),
    };
}

/// <summary>Where a jotting stands among the days of its gathering.</summary>
internal static class JottingDays
{
    /// <summary>The day on which it was jotted down, or the nearest of the gathering's that has come.</summary>
    public static DateOnly On(this Gathering at, DateOnly jotted, DateOnly today)
    {
        var last = at.LastDay < today ? at.LastDay : today;
        return jotted > last ? last : jotted < at.FirstDay ? at.FirstDay : jotted;
    }
}
