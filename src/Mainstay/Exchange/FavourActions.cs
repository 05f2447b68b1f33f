using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Exchange;

/// <summary>Favours, what others need, and doors that were opened.</summary>
public static class FavourActions
{
    /// <summary>Notes help that was given or received.</summary>
    public static Task<Favour> NoteFavour(this Store store, NewFavour favour, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(favour.Check(today));
        if (favour.Id is { } once && await store.Favours.FirstOrDefaultAsync(f => f.Id == once, stop) is { } already) return already;
        await store.WhoIsAsked(favour.PersonId, stop);
        if (favour.WishId is { } wish) (await store.WishToChange(wish, stop)).ClosedOn ??= today;
        var row = store.Add(new Favour
        {
            Id = favour.Id ?? Guid.CreateVersion7(),
            PersonId = favour.PersonId,
            Way = favour.Way,
            Weight = favour.Weight,
            On = favour.On ?? today,
            What = favour.What.Trim(),
            Kind = favour.Kind,
            Topic = Filled(favour.Topic),
            NeedId = favour.NeedId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    public static Task<bool> RemoveFavour(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        store.Remove(await store.Favours.FirstOrDefaultAsync(f => f.Id == id, stop) ?? throw new NotFound("Exchange.FavourNotThere"));
        return await store.SaveChangesAsync(stop) > 0;
    }, stop);

    /// <summary>Notes what a person told that they need.</summary>
    public static Task<Wish> AddWish(this Store store, NewWish wish, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(wish.Check(today));
        if (wish.Id is { } once && await store.Wishes.FirstOrDefaultAsync(w => w.Id == once, stop) is { } already) return already;
        await store.WhoIsAsked(wish.PersonId, stop);
        var row = store.Add(new Wish { Id = wish.Id ?? Guid.CreateVersion7(), PersonId = wish.PersonId, Text = wish.Text.Trim(), SaidOn = wish.On ?? today, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>They need it no more; null as the day, they need it after all.</summary>
    public static Task<Wish> CloseWish(this Store store, Guid id, DateOnly? since, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var wish = await store.WishToChange(id, stop);
        wish.ClosedOn = since is null ? null : wish.ClosedOn ?? since;
        await store.SaveChangesAsync(stop);
        return wish;
    }, stop);

    public static Task<bool> RemoveWish(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        store.Remove(await store.WishToChange(id, stop));
        return await store.SaveChangesAsync(stop) > 0;
    }, stop);

    /// <summary>Notes a door that somebody opened.</summary>
    public static Task<Opportunity> AddOpportunity(this Store store, NewOpportunity door, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(door.Check(today));
        if (door.Id is { } once && await store.Opportunities.FirstOrDefaultAsync(o => o.Id == once, stop) is { } already) return already;
        await store.WhoIsAsked(door.PersonId, stop);
        var row = store.Add(new Opportunity { Id = door.Id ?? Guid.CreateVersion7(), PersonId = door.PersonId, What = door.What.Trim(), On = door.On ?? today, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>What became of it.</summary>
    public static Task<Opportunity> SayBecame(this Store store, Guid id, OpportunityState state, string? became, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var door = await store.Opportunities.FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Exchange.DoorNotThere");
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(state), "state", "Exchange.NotAState").When(became?.Length > NewAsk.MostText, "became", "Exchange.TooLong", NewAsk.MostText));
        (door.State, door.Became, door.BecameOn) = (state, Filled(became), state == OpportunityState.Open ? null : today);
        await store.SaveChangesAsync(stop);
        return door;
    }, stop);

    public static Task<bool> RemoveOpportunity(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        store.Remove(await store.Opportunities.FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Exchange.DoorNotThere"));
        return await store.SaveChangesAsync(stop) > 0;
    }, stop);

    private static async Task<Wish> WishToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Wishes.FirstOrDefaultAsync(w => w.Id == id, stop) ?? throw new NotFound("Exchange.WishNotThere");
}
