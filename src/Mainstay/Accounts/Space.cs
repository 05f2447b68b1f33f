namespace Mainstay.Accounts;

/// <summary>The unit of ownership, privacy, export and partition: a network of one person, or a circle of many.</summary>
public sealed class Space
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public SpaceKind Kind { get; init; }

    /// <summary>IANA name. Days are counted in this zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>BCP 47 name of the language and region in which the owner is spoken to.</summary>
    public required string Locale { get; set; }

    public DateTime CreatedAt { get; init; }
}

public enum SpaceKind { Network = 0, Circle = 1 }
