using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Needs;

public static class OfferActions
{
    public static async Task<Offer> AddOffer(this Store store, NewOffer offer, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(offer.Check());
        if (offer.Id is { } once && await store.Offers.FirstOrDefaultAsync(o => o.Id == once, stop) is { } already) return already;
        var row = store.Add(new Offer { Id = offer.Id ?? Guid.CreateVersion7(), Text = offer.Text.Trim(), ForWhom = Filled(offer.ForWhom), CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }

    public static async Task<Offer> ChangeOffer(this Store store, Guid id, NewOffer offer, CancellationToken stop)
    {
        var row = await store.OfferToChange(id, stop);
        Mistaken.ThrowIf(offer.Check());
        (row.Text, row.ForWhom) = (offer.Text.Trim(), Filled(offer.ForWhom));
        await store.SaveChangesAsync(stop);
        return row;
    }

    /// <summary>Removes an offer. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveOffer(this Store store, Guid id, TimeProvider clock, CancellationToken stop) =>
        store.AllOrNothing(async () => await store.LetGo(new(await store.OfferToChange(id, stop)), clock, stop), stop);

    private static async Task<Offer> OfferToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Offers.FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Needs.OfferNotThere");
}
