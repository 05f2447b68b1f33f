using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Cards;

public static class CardsQueries
{
    /// <summary>Needs that may stand on a card to begin with: those that one asks strangers for.</summary>
    private static readonly SupportKind[] Askable = [SupportKind.Knowledge, SupportKind.Opportunities, SupportKind.Collaboration];

    private const int MostProposed = 3;

    /// <summary>All cards, those that are on first, then by audience.</summary>
    public static async Task<IReadOnlyList<CardLine>> AllCards(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var cards = await store.Cards.AsNoTracking().ToListAsync(stop);
        if (cards.Count == 0) return [];
        var (links, zone, now) = (await store.LatestLinks(CardActions.Purpose, stop), await store.OwnersZone(stop), clock.GetUtcNow().UtcDateTime);
        return [.. cards.Select(c => Line(c, links.GetValueOrDefault(c.Id), zone, now)).OrderByDescending(l => l.IsOn).ThenBy(l => Folding.Fold(l.It.Audience), StringComparer.Ordinal).ThenBy(l => l.It.Id)];
    }

    public static async Task<CardLine> CardOf(this Store store, Guid id, TimeProvider clock, CancellationToken stop) =>
        (await store.AllCards(clock, stop)).FirstOrDefault(l => l.It.Id == id) ?? throw new NotFound("Cards.NotThere");

    /// <summary>The card for the audience that is named, by its beginning or the end of its id.</summary>
    public static async Task<CardLine> FindCard(this Store store, string named, TimeProvider clock, CancellationToken stop)
    {
        var (all, wanted) = (await store.AllCards(clock, stop), Folding.Fold(named));
        if (all.FirstOrDefault(l => Folding.Fold(l.It.Audience) == wanted) is { } same) return same;
        return all.Where(l => l.It.EndsSo(named) || Folding.Fold(l.It.Audience).StartsWith(wanted, StringComparison.Ordinal)).ToList() switch
        {
            [var one] => one,
            [] => throw new NotFound("Cards.NoCardFor", named),
            var several => throw new CannotBeDone("Cards.WhichCard", named, several.Select(l => l.It.Audience).ToList()),
        };
    }

    /// <summary>What a new card may begin with: what the last one says of its owner, else what is known of them. Nothing of it is kept before they keep it.</summary>
    public static async Task<CardText> ProposedCard(this Store store, CancellationToken stop)
    {
        var offers = (await store.AllOffers(stop)).Take(MostProposed).Select(o => o.Text);
        if ((await store.Cards.AsNoTracking().ToListAsync(stop)).MaxBy(c => c.CreatedAt) is { } last) return last.Shown() with { Pitch = null };
        var needs = (await store.OpenNeeds(stop)).Where(n => Askable.Contains(n.Kind)).Take(MostProposed).Select(n => n.Topic);
        return new() { Name = await store.OwnersName(stop) ?? "", Mail = await store.OwnersMail(stop), Seeks = Lines(needs), Offers = Lines(offers) };
    }

    internal static CardLine Line(Card card, TokenLink? link, TimeZoneInfo zone, DateTime now)
    {
        if (link is null or { RevokedAt: not null }) return new(card, null, false, null);
        var until = TimeZoneInfo.ConvertTimeFromUtc(link.ExpiresAt, zone);
        return new(card, link.ExpiresAt, link.At(now) == LinkState.Open, DateOnly.FromDateTime(until));
    }

    private static string? Lines(IEnumerable<string> texts) => string.Join('\n', texts) is { Length: > 0 } lines ? lines : null;
}
