using Mainstay.Storage;

namespace Mainstay.Pulse;

/// <summary>What is asked: three things, each from 0 to 10.</summary>
public enum PulsePart { Confidence = 0, Energy = 1, Supported = 2 }

/// <summary>How it went on a day, in three taps. It belongs to who tapped, and nobody and nothing interprets it.</summary>
public sealed class DayPulse : IOwned
{
    public const int Least = 0, Most = 10;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The owner's day; there is one pulse a day.</summary>
    public DateOnly On { get; init; }

    /// <summary>0 to 10; null when it was skipped.</summary>
    public int? Confidence { get; set; }

    public int? Energy { get; set; }

    public int? Supported { get; set; }

    public string? Note { get; set; }

    public DateTime CreatedAt { get; init; }

    public int? Of(PulsePart part) => part switch { PulsePart.Confidence => Confidence, PulsePart.Energy => Energy, _ => Supported };
}
