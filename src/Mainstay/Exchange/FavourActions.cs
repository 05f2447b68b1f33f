using Mainstay.Needs;
using Mainstay.People;
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
        var row = new Favour { Id = favour.Id ?? Guid.CreateVersion7(), PersonId = favour.PersonId, On = today, What = favour.What, CreatedAt = clock.GetUtcNow().UtcDateTime };
        await store.Fill(row, favour, today, stop);
        store.Add(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a favour what is said now. A day that is not said stays, and what came of an ask stays with who was asked.</summary>
    public static Task<Favour> ChangeFavour(this Store store, Guid id, NewFavour favour, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.FavourToChange(id, stop);
        Mistaken.ThrowIf(favour.Check(today).When(row.AskId is not null && favour.PersonId != row.PersonId, "personId", "Exchange.CameOfAnAsk"));
        await store.ThrowUnlessMayHave(row.PersonId, favour.PersonId, stop);
        await store.Fill(row, favour, today, stop);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Removes a favour. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveFavour(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var favour = await store.FavourToChange(id, stop);
        return await store.LetGo(new(favour, favour.PersonId), clock, stop);
    }, stop);

    /// <summary>What they need was not met after all: the favour goes, and they need it still. The answer is by what the favour is taken back.</summary>
    public static Task<Guid> Unmeet(this Store store, Guid favour, Guid wish, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var change = await store.RemoveFavour(favour, clock, stop);
        await store.CloseWish(wish, null, stop);
        return change;
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

    /// <summary>Makes what a person needs what is said now. A day that is not said stays.</summary>
    public static Task<Wish> ChangeWish(this Store store, Guid id, NewWish wish, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.WishToChange(id, stop);
        Mistaken.ThrowIf(wish.Check(today));
        await store.ThrowUnlessMayHave(row.PersonId, wish.PersonId, stop);
        (row.PersonId, row.Text, row.SaidOn) = (wish.PersonId, wish.Text.Trim(), wish.On ?? row.SaidOn);
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

    /// <summary>Removes what a person told that they need. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveWish(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var wish = await store.WishToChange(id, stop);
        return await store.LetGo(new(wish, wish.PersonId), clock, stop);
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

    /// <summary>Makes a door that was opened what is said now; what became of it stays. A day that is not said stays.</summary>
    public static Task<Opportunity> ChangeOpportunity(this Store store, Guid id, NewOpportunity door, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.DoorToChange(id, stop);
        Mistaken.ThrowIf(door.Check(today));
        await store.ThrowUnlessMayHave(row.PersonId, door.PersonId, stop);
        (row.PersonId, row.What, row.On) = (door.PersonId, door.What.Trim(), door.On ?? row.On);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>What became of it.</summary>
    public static Task<Opportunity> SayBecame(this Store store, Guid id, OpportunityState state, string? became, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var door = await store.DoorToChange(id, stop);
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(state), "state", "Exchange.NotAState").When(became?.Length > NewAsk.MostText, "became", "Exchange.TooLong", NewAsk.MostText));
        (door.State, door.Became, door.BecameOn) = (state, Filled(became), state == OpportunityState.Open ? null : today);
        await store.SaveChangesAsync(stop);
        return door;
    }, stop);

    /// <summary>Removes a door that was opened. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveOpportunity(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var door = await store.DoorToChange(id, stop);
        return await store.LetGo(new(door, door.PersonId), clock, stop);
    }, stop);

    /// <summary>Fills it with all that was said; a need is looked for when it is named anew, for the one it met may be gone.</summary>
    private static async Task Fill(this Store store, Favour row, NewFavour favour, DateOnly today, CancellationToken stop)
    {
        if (favour.NeedId is { } need && need != row.NeedId) await store.NeedOf(need, stop);
        if (favour.WishId is { } wish) (await store.WishToChange(wish, stop)).ClosedOn ??= today;
        (row.PersonId, row.Way, row.Weight, row.On, row.What) = (favour.PersonId, favour.Way, favour.Weight, favour.On ?? row.On, favour.What.Trim());
        (row.Kind, row.Topic, row.NeedId) = (favour.Kind, Filled(favour.Topic), favour.NeedId);
    }

    /// <summary>What was noted of the wrong person goes to somebody who is there.</summary>
    private static async Task ThrowUnlessMayHave(this Store store, Guid before, Guid now, CancellationToken stop)
    {
        if (now != before) await store.WhoIsAsked(now, stop);
    }

    private static async Task<Favour> FavourToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Favours.FirstOrDefaultAsync(f => f.Id == id, stop) ?? throw new NotFound("Exchange.FavourNotThere");

    private static async Task<Wish> WishToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Wishes.FirstOrDefaultAsync(w => w.Id == id, stop) ?? throw new NotFound("Exchange.WishNotThere");

    private static async Task<Opportunity> DoorToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Opportunities.FirstOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFound("Exchange.DoorNotThere");

    /// <summary>Takes the removal of a favour back. An ask that is gone is not named, and of an ask comes one favour.</summary>
    internal sealed class Back : RemovalActions.Back<Favour>
    {
        protected override async Task MayReturn(Store store, Favour favour, TimeProvider clock, CancellationToken stop)
        {
            if (favour.AskId is not { } ask) return;
            if (await store.Favours.AnyAsync(f => f.AskId == ask, stop)) throw new Conflict("Exchange.NotedFromAskAgain");
            if (!await store.Asks.AnyAsync(a => a.Id == ask, stop)) favour.AskId = null;
        }
    }
}
