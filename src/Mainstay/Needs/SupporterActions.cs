using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

/// <summary>The owner's word on who can meet a need; it wins over what is gathered from roles, topics and favours.</summary>
public static class SupporterActions
{
    private const int LongestScope = 500;

    /// <summary>Says how well a person can meet a need.</summary>
    public static Task<Supporter> SaySupport(this Store store, Guid need, Guid person, Ability ability, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(ability), "ability", "Needs.NotAnAbility"));
        var row = await store.SupporterToChange(need, person, today, stop);
        (row.Ability, row.SaidOn) = (ability, today);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Takes the owner's word back, and what was agreed: what is gathered counts again. The answer is by what that is undone; null when nothing was said.</summary>
    public static Task<Guid?> UnsaySupport(this Store store, Guid need, Guid person, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.NeedToChange(need, stop);
        var row = await store.Supporters.FirstOrDefaultAsync(s => s.NeedId == need && s.PersonId == person, stop);
        return row is null ? (Guid?)null : await store.LetGo(new(row, person), clock, stop);
    }, stop);

    /// <summary>The person has agreed to help with this. Of whom nothing was said, or that they cannot, is good at it from now on.</summary>
    public static Task<Supporter> Agree(this Store store, Guid need, Guid person, Agreement agreement, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(agreement.Until < today, "until", "Needs.AgreedBeforeToday").When(agreement.Scope?.Length > LongestScope, "scope", "Needs.LongText", LongestScope));
        var row = await store.SupporterToChange(need, person, today, stop);
        if (row.Ability == Ability.None) (row.Ability, row.SaidOn) = (Ability.Good, today);
        (row.AgreedOn, row.AgreedUntil, row.Scope) = (today, agreement.Until, string.IsNullOrWhiteSpace(agreement.Scope) ? null : agreement.Scope.Trim());
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>What was agreed is over; what the owner said of them stays.</summary>
    public static Task<Supporter> EndAgreement(this Store store, Guid need, Guid person, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.Supporters.FirstOrDefaultAsync(s => s.NeedId == need && s.PersonId == person, stop) ?? throw new NotFound("Needs.NotASupporter");
        (row.AgreedOn, row.AgreedUntil, row.Scope) = (null, null, null);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    private static async Task<Supporter> SupporterToChange(this Store store, Guid need, Guid person, DateOnly today, CancellationToken stop)
    {
        await store.NeedToChange(need, stop);
        await store.ThrowUnlessThere([person], stop);
        return await store.Supporters.FirstOrDefaultAsync(s => s.NeedId == need && s.PersonId == person, stop)
            ?? store.Add(new Supporter { NeedId = need, PersonId = person, SaidOn = today }).Entity;
    }

    /// <summary>Says again what was taken back, unless something else was said since.</summary>
    internal sealed class Back : RemovalActions.Back<Supporter>
    {
        protected override async Task MayReturn(Store store, Supporter row, TimeProvider clock, CancellationToken stop)
        {
            await store.NeedToChange(row.NeedId, stop);
            if (await store.Supporters.AnyAsync(s => s.NeedId == row.NeedId && s.PersonId == row.PersonId, stop)) throw new Conflict("People.ChangedSince");
        }
    }
}
