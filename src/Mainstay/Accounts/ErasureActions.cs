using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Accounts;

/// <summary>What goes when an account is erased.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Networks">Networks that are theirs alone, and circles with nobody else in them: they go with everything in them.</param>
/// <param name="Entered">Spaces they may enter that are not theirs alone: they stay, with what they wrote there.</param>
/// <param name="IsLast">Nobody else has an account here.</param>
public sealed record Erasure(Account Account, IReadOnlyList<Space> Networks, IReadOnlyList<Space> Entered, bool IsLast);

/// <summary>That somebody means it.</summary>
/// <param name="Mail">Their address as they typed it, where they have no password to show.</param>
/// <param name="Proof">That it is them.</param>
public sealed record ErasureWish(string Mail, Proof Proof);

public static class ErasureActions
{
    /// <summary>What would go with an account. Nothing is written.</summary>
    public static async Task<Erasure> PreviewErasure(this Store store, Guid account, CancellationToken stop)
    {
        var (accesses, spaces) = (store.Accesses, store.Spaces);
        var found = await store.AccountOf(account, stop);
        var own = await spaces.AsNoTracking().Where(s => accesses.Any(a => a.SpaceId == s.Id && a.AccountId == account && a.Role == SpaceRole.Owner) && !accesses.Any(a => a.SpaceId == s.Id && a.AccountId != account && (a.Role == SpaceRole.Owner || s.Kind == SpaceKind.Circle))).OrderBy(s => s.Id).ToListAsync(stop);
        var entered = await spaces.AsNoTracking().Where(s => accesses.Any(a => a.SpaceId == s.Id && a.AccountId == account)).OrderBy(s => s.Id).ToListAsync(stop);
        return new(found, own, [.. entered.ExceptBy(own.Select(s => s.Id), s => s.Id)], !await store.Accounts.AnyAsync(a => a.Id != account, stop));
    }

    /// <summary>Somebody erases their own account, and everything that is theirs alone. It cannot be taken back.</summary>
    public static async Task EraseOwnAccount(this Store store, Gate gate, Guid account, ErasureWish wish, Leaving leaving, CancellationToken stop)
    {
        var found = await store.AccountOf(account, stop);
        if (found.PasswordHash is not null) await store.Prove(gate.Identity, account, wish.Proof, gate.Clock, stop);
        else Mistaken.ThrowIf(new Problems().When(MailNormalizer.MailNormal(wish.Mail) != found.MailNormal, "mail", "Accounts.OtherMail"));
        await store.EraseAccount(account, leaving, stop);
    }

    /// <summary>Erases an account and the networks that are its alone: all of it, or nothing. It cannot be taken back.</summary>
    public static async Task<Erasure> EraseAccount(this Store store, Guid account, Leaving leaving, CancellationToken stop)
    {
        var erased = await store.ChangeAccounts(async () =>
        {
            var going = await store.PreviewErasure(account, stop);
            await store.OverwriteWhatGoes(stop);
            foreach (var space in going.Networks) await store.EraseSpace(space.Id, leaving.Spaces, stop);
            foreach (var tried in new[] { going.Account.Mail, SecondFactorActions.TriesOf(account) }) await store.ForgetTries(new(tried, "", ""), stop);
            await store.RemoveAccount(account, leaving, stop);
            return going;
        }, stop);
        await store.EmptyJournal();
        return erased;
    }

    /// <summary>Ends a circle with everything in it, for everybody. It cannot be taken back.</summary>
    public static async Task EraseCircle(this Store store, Guid circle, IEnumerable<ILeaveWithSpace> leaving, CancellationToken stop)
    {
        await store.ChangeAccounts(async () =>
        {
            await store.OverwriteWhatGoes(stop);
            await store.EraseSpace(circle, leaving, stop);
            return circle;
        }, stop);
        await store.EmptyJournal();
    }

    /// <summary>A circle that nobody may enter any more is nobody's: it goes.</summary>
    internal static async Task EraseIfEmpty(this Store store, Guid circle, IEnumerable<ILeaveWithSpace> leaving, CancellationToken stop)
    {
        var before = store.SpaceId;
        if (!await store.Accesses.AnyAsync(a => a.SpaceId == circle, stop)) await store.EraseSpace(circle, leaving, stop);
        store.SpaceId = before;
    }

    /// <summary>Every row of a space, in whichever room, and the space itself. What is derived of them goes with them; nobody has to catch up.</summary>
    private static async Task EraseSpace(this Store store, Guid space, IEnumerable<ILeaveWithSpace> leaving, CancellationToken stop)
    {
        store.SpaceId = space;
        await store.KeepOthersOut(stop);
        foreach (var room in leaving) await room.Leave(space, stop);
        foreach (var table in DependentsFirst(store.Model))
        {
            var statement = "DELETE FROM \"" + table + "\" WHERE \"SpaceId\" = {0}";
            await store.Database.ExecuteSqlRawAsync(statement, [space], stop);
        }
        await store.Spaces.Where(s => s.Id == space).ExecuteDeleteAsync(stop);
    }

    /// <summary>The tables whose rows are of a space, each after those that point to it, so that no row pulls others with it one by one.</summary>
    internal static IReadOnlyList<string> DependentsFirst(IModel model)
    {
        var (tables, seen) = (new List<string>(), new HashSet<IEntityType>());
        foreach (var type in model.GetEntityTypes().Where(t => t.FindProperty(nameof(IOwned.SpaceId)) is not null)) Visit(type);
        return tables;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type)) return;
            foreach (var key in type.GetReferencingForeignKeys()) Visit(key.DeclaringEntityType);
            tables.Add(type.GetTableName()!);
        }
    }
}
