using Mainstay.Archive;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Cards;

internal sealed record ArchivedCard
{
    public required Guid Id { get; init; }
    public required string Audience { get; init; }
    public required string Name { get; init; }
    public string? Pronouns { get; init; }
    public string? Headline { get; init; }
    public string? Organization { get; init; }
    public string? Mail { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Links { get; init; } = [];
    public string? Pitch { get; init; }
    public string? Seeks { get; init; }
    public string? Offers { get; init; }
    public required DateTime CreatedAt { get; init; }
}

/// <summary>All cards in an archive, without their addresses: who reads it must not be able to open them. They come back turned off.</summary>
internal sealed class CardsArchive() : ArchiveSection<ArchivedCard>("cards")
{
    public const string Kind = "card";

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Cards.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCard> Rows(Store store, CancellationToken stop) => store.Cards.AsNoTracking().OrderBy(c => c.Id).AsAsyncEnumerable().Select(c => new ArchivedCard
    {
        Id = c.Id, Audience = c.Audience, Name = c.Name, Pronouns = c.Pronouns, Headline = c.Headline, Organization = c.Organization, Mail = c.Mail, Phone = c.Phone,
        Links = c.Shown().Links, Pitch = c.Pitch, Seeks = c.Seeks, Offers = c.Offers, CreatedAt = c.CreatedAt,
    });

    protected override void Check(ArchivedCard card, ArchiveCheck check)
    {
        check.IsNew(Kind, card.Id);
        check.Holds(new NewCard(card.Audience, Text(card)).Check());
        check.Holds(check.IsFirst("cardAudience", CardActions.Named(card.Audience)), "Cards.AudienceTaken", card.Audience);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCard> cards, CancellationToken stop) => store.InsertMany(cards.Select(c =>
    {
        var row = new Card { Id = c.Id, Audience = c.Audience.Trim(), Name = "", CreatedAt = c.CreatedAt };
        CardActions.Fill(row, Text(c));
        return row;
    }), stop);

    private static CardText Text(ArchivedCard c) => new() { Name = c.Name, Pronouns = c.Pronouns, Headline = c.Headline, Organization = c.Organization, Mail = c.Mail, Phone = c.Phone, Links = c.Links, Pitch = c.Pitch, Seeks = c.Seeks, Offers = c.Offers };
}
