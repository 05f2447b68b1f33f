using Mainstay.Storage;

namespace Mainstay.Cards;

/// <summary>How long the address of a card is good.</summary>
public enum CardTime { Day = 0, Week = 1, Month = 2, ThreeMonths = 3, Year = 4 }

/// <summary>My business card for one audience. It shows what stands on it and nothing else, and is nowhere until its owner turns it on.</summary>
public sealed class Card : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>For whom: "Investors". Nobody else sees this.</summary>
    public required string Audience { get; set; }

    public required string Name { get; set; }

    public string? Pronouns { get; set; }

    /// <summary>What I do.</summary>
    public string? Headline { get; set; }

    public string? Organization { get; set; }

    public string? Mail { get; set; }

    public string? Phone { get; set; }

    /// <summary>Web addresses, one a line.</summary>
    public string? Links { get; set; }

    /// <summary>A sentence for this audience.</summary>
    public string? Pitch { get; set; }

    /// <summary>What I look for.</summary>
    public string? Seeks { get; set; }

    /// <summary>What I can offer.</summary>
    public string? Offers { get; set; }

    /// <summary>What stands in its address, locked by keys that are not in the database; null while it is off.</summary>
    public string? Locked { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>What it shows.</summary>
    public CardText Shown() => new()
    {
        Name = Name, Pronouns = Pronouns, Headline = Headline, Organization = Organization, Mail = Mail, Phone = Phone, Links = [.. CardText.Lines(Links)], Pitch = Pitch, Seeks = Seeks, Offers = Offers,
    };
}
