using System.Text.Json;
using Mainstay.Exchange;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Giving;

/// <summary>What is given back is noted, corrected, ended and removed. Every change can be taken back.</summary>
public static class GiftActions
{
    private const string Kind = "changedGift";

    public static Task<Gift> NoteGift(this Store store, NewGift gift, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(gift.Check(today));
        if (gift.Id is { } once && await store.Gifts.FirstOrDefaultAsync(g => g.Id == once, stop) is { } already) return already;
        var row = new Gift { Id = gift.Id ?? Guid.CreateVersion7(), What = "", CreatedAt = clock.GetUtcNow().UtcDateTime };
        await store.Write(row, gift, today, stop);
        store.Add(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes it what was said. The answer is by what it is taken back.</summary>
    public static Task<Guid> ChangeGift(this Store store, Guid id, NewGift gift, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeGift(id, async row =>
    {
        Mistaken.ThrowIf(gift.Check(today));
        await store.Write(row, gift, today, stop);
    }, clock, stop);

    /// <summary>It is over since that day; today when not said.</summary>
    public static Task<Guid> EndGift(this Store store, Guid id, DateOnly? on, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeGift(id, row =>
    {
        var last = on ?? (row.Since > today ? row.Since : today);
        Mistaken.ThrowIf(new Problems().When(last < row.Since, "until", "Giving.EndsFirst"));
        row.Until = last;
        return Task.CompletedTask;
    }, clock, stop);

    public static Task<Guid> SayGiftBecame(this Store store, Guid id, string? what, TimeProvider clock, CancellationToken stop) => store.ChangeGift(id, row =>
    {
        Mistaken.ThrowIf(new Problems().When(what?.Length > NewGift.MostText, "became", "Giving.TooLong", NewGift.MostText));
        row.Became = Filled(what);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveGift(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GiftToChange(id, stop);
        return await store.LetGo(new(row, row.PersonId), clock, stop);
    }, stop);

    private static async Task Write(this Store store, Gift row, NewGift gift, DateOnly today, CancellationToken stop)
    {
        if (gift.PersonId is { } person && person != row.PersonId) await store.WhoIsAsked(person, stop);
        var organization = Filled(gift.ForWhom) is { } name ? await store.OrganizationCalled(name, stop) : null;
        (row.Kind, row.What, row.PersonId, row.OrganizationId) = (gift.Kind, gift.What.Trim(), gift.PersonId, organization);
        row.ForWhom = organization is null ? Filled(gift.ForWhom) : null;
        row.Since = gift.Since ?? today;
        row.Until = gift.GoesOn ? null : gift.Until ?? row.Since;
        (row.Minutes, row.Became) = (gift.Minutes, Filled(gift.Became));
    }

    /// <summary>The organization of exactly this name, whatever its case and accents.</summary>
    private static async Task<Guid?> OrganizationCalled(this Store store, string name, CancellationToken stop)
    {
        var key = PersonNames.Key(name);
        return await store.Organizations.Where(o => o.SortKey == key).OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
    }

    private static Task<Guid> ChangeGift(this Store store, Guid id, Func<Gift, Task> change, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.GiftToChange(id, stop);
        var before = Written(row);
        await change(row);
        await store.SaveChangesAsync(stop);
        return await store.KeepFormer(new() { PersonId = row.PersonId, Kind = Kind, Before = before, After = Written(row), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    private static async Task<Gift> GiftToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Gifts.FirstOrDefaultAsync(g => g.Id == id, stop) ?? throw new NotFound("Giving.NotThere");

    private static string Written(Gift row) => JsonSerializer.Serialize(row, Json.OneLine);

    /// <summary>Whom it named may be gone, or have become another, meanwhile.</summary>
    private static async Task NameOnlyWhoIsThere(Store store, Gift row, CancellationToken stop)
    {
        if (row.PersonId is { } person && !await store.People.IgnoreQueryFilters([Store.TrashFilter]).AnyAsync(p => p.Id == person, stop)) row.PersonId = null;
        if (row.OrganizationId is { } organization && !await store.Organizations.AnyAsync(o => o.Id == organization, stop)) row.OrganizationId = null;
    }

    /// <summary>Makes it again what it was.</summary>
    internal sealed class BackAgain : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var before = JsonSerializer.Deserialize<Gift>(former.Before, Json.OneLine)!;
            var row = await store.GiftToChange(before.Id, stop);
            var now = Written(row);
            if (now == former.Before) return;
            if (now != former.After) throw new Conflict("People.ChangedSince");
            await NameOnlyWhoIsThere(store, before, stop);
            store.Entry(row).CurrentValues.SetValues(before);
            await store.SaveChangesAsync(stop);
        }
    }

    /// <summary>Brings back what was removed.</summary>
    internal sealed class Back : RemovalActions.Back<Gift>
    {
        protected override Task MayReturn(Store store, Gift row, TimeProvider clock, CancellationToken stop) => NameOnlyWhoIsThere(store, row, stop);
    }
}
