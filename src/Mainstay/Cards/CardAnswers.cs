using System.ComponentModel;

namespace Mainstay.Cards;

/// <summary>A card, as programs are told of it.</summary>
public sealed record CardAnswer
{
    public required Guid Id { get; init; }

    [Description("For whom. Nobody else sees this.")]
    public required string Audience { get; init; }

    [Description("Whether who has its address sees it.")]
    public required bool IsOn { get; init; }

    [Description("How it stands, in a sentence.")]
    public required string Sentence { get; init; }

    [Description("Until when its address is good, or was.")]
    public DateTime? Until { get; init; }

    [Description("Where others find it; `null` while it is off.")]
    public string? Address { get; init; }

    public required string Name { get; init; }

    public string? Pronouns { get; init; }

    [Description("What you do.")]
    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    public required IReadOnlyList<string> Links { get; init; }

    [Description("A sentence for this audience.")]
    public string? Pitch { get; init; }

    [Description("What you look for.")]
    public string? Seeks { get; init; }

    [Description("What you can offer.")]
    public string? Offers { get; init; }

    /// <param name="line">The card.</param>
    /// <param name="sentence">How it stands.</param>
    /// <param name="address">Where others find it.</param>
    public static CardAnswer Of(CardLine line, string sentence, string? address) => new()
    {
        Id = line.It.Id, Audience = line.It.Audience, IsOn = line.IsOn, Sentence = sentence, Until = line.Until, Address = address, Name = line.It.Name, Pronouns = line.It.Pronouns, Headline = line.It.Headline, Organization = line.It.Organization,
        Mail = line.It.Mail, Phone = line.It.Phone, Links = line.It.Shown().Links, Pitch = line.It.Pitch, Seeks = line.It.Seeks, Offers = line.It.Offers,
    };
}

/// <summary>A card, as programs write it. What is not said is not shown.</summary>
public sealed record CardFields
{
    public required string Audience { get; init; }

    public required string Name { get; init; }

    public string? Pronouns { get; init; }

    public string? Headline { get; init; }

    public string? Organization { get; init; }

    public string? Mail { get; init; }

    public string? Phone { get; init; }

    [Description("Addresses on the web.")]
    public IReadOnlyList<string>? Links { get; init; }

    public string? Pitch { get; init; }

    public string? Seeks { get; init; }

    public string? Offers { get; init; }

    public NewCard ToNew() => new(Audience, new() { Name = Name, Pronouns = Pronouns, Headline = Headline, Organization = Organization, Mail = Mail, Phone = Phone, Links = [.. (Links ?? []).Select(l => l ?? "")], Pitch = Pitch, Seeks = Seeks, Offers = Offers });
}

/// <summary>For how long, as programs say it.</summary>
public sealed record CardTimeFields([property: Description("How long the address is good; a month when not said.")] CardTime? For = null);
