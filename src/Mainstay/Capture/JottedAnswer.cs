using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>A jotting, for programs.</summary>
public sealed record JottedAnswer(Guid Id, [property: Description("`waiting` until it is looked at.")] JottingState State)
{
    [Description("When it was jotted down, in UTC.")]
    public DateTime At { get; init; }

    public string? Line { get; init; }

    [Description("The gathering at which somebody was met; null when it is a line, or the gathering is gone.")]
    public Guid? Gathering { get; init; }

    public string? GatheringName { get; init; }

    public string? Who { get; init; }

    public string? About { get; init; }

    public string? Promised { get; init; }

    public string? PromisedToMe { get; init; }

    [Description("How the line is read, and would be kept; null for somebody you met, and when it does not wait.")]
    public CaptureAnswer? Reading { get; init; }

    [Description("The reading was changed on the device before it was sent, and is kept as it was changed.")]
    public bool IsChanged { get; init; }

    [Description("Why what was changed on the device cannot be kept so: then `reading` is without it, and it is kept when you say the line better.")]
    public IReadOnlyList<string> WhyNotAsChanged { get; init; } = [];

    public static JottedAnswer Of(JottingLine line, ReadJotting? read = null) => new(line.Jotting.Id, line.Jotting.State)
    {
        At = line.Jotting.At,
        Line = line.Jotting.Line,
        Gathering = line.At?.Id,
        GatheringName = line.At?.Name,
        Who = line.Jotting.Who,
        About = line.Jotting.About,
        Promised = line.Jotting.Promised,
        PromisedToMe = line.Jotting.PromisedToMe,
        Reading = read is null ? null : CaptureAnswer.Of(read.Reading),
        IsChanged = read?.IsChanged ?? false,
        WhyNotAsChanged = read is null ? [] : [.. read.WhyNot.Select(r => r.InWords())],
    };
}

/// <summary>A jotting, as a device sends it.</summary>
public sealed record JottingFields
{
    [Description("A key of your own: sent twice with the same, it counts once.")]
    public required Guid Id { get; init; }

    [Description("When it was jotted down; now when not said.")]
    public DateTimeOffset? At { get; init; }

    [Description("What happened, in your words; or `who` you met.")]
    public string? Line { get; init; }

    [Description("At which gathering you met them.")]
    public Guid? Gathering { get; init; }

    [Description("Whom you met, as you would say it.")]
    public string? Who { get; init; }

    [Description("Whom you chose among those who may be meant.")]
    public Guid? Person { get; init; }

    [Description("The one thing to remember.")]
    public string? About { get; init; }

    public string? Promised { get; init; }

    public string? PromisedToMe { get; init; }

    [Description("How the reading of the line was changed, where a page had shown it: its form, as it would have been sent. It is kept at once then, if it can be kept so.")]
    public string? Changes { get; init; }

    internal NewJotting ToJotting() => new() { Id = Id, At = At, Line = Line, GatheringId = Gathering, Who = Who, PersonId = Person, About = About, Promised = Promised, PromisedToMe = PromisedToMe, Changes = Changes };
}

/// <summary>How a jotting that waits is kept.</summary>
public sealed record JottedFields
{
    [Description("The line as it is better said; as it was jotted down, and its reading changed, when not said.")]
    public string? Line { get; init; }

    [Description("Who is meant by names that may mean several, or nobody yet.")]
    public IReadOnlyList<WhoFields> Who { get; init; } = [];
}

/// <summary>What a jotting became.</summary>
public sealed record SettledAnswer([property: Description("By what all that the line said is taken back.")] Guid? Change, [property: Description("The encounter, when it tells of somebody you met.")] Guid? Encounter);
