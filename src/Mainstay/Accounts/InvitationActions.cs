using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accounts;

public static class InvitationActions
{
    /// <summary>Makes a link by which somebody may come in. Into a network only its owner invites, or the one who runs the server.</summary>
    /// <returns>The secret, which is kept as a hash only; null when this very request was answered before.</returns>
    public static Task<(Invitation Made, string? Secret)> Invite(this Store store, NewInvitation details, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(details.Check());
        return store.ChangeAccounts(async () =>
        {
            if (details.ById is { } by) await store.ThrowUnlessMayInvite(by, details, stop);
            if (!await store.HasAccounts(stop)) throw new CannotBeDone("Accounts.NobodyInvites");
            if (details.SpaceId is { } space && !await store.Accesses.AnyAsync(a => a.SpaceId == space && a.Role == SpaceRole.Owner, stop)) throw new CannotBeDone("Accounts.NobodyOwnsIt");
            if (details.Id is { } once && await store.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == once, stop) is { } before) return (before, (string?)null);
            var (secret, now) = (Secrets.MakeForLink(), clock.GetUtcNow().UtcDateTime);
            var dayAgo = now.AddDays(-1);
            if (details.ById is { } who && await store.Invitations.CountAsync(i => i.ById == who && i.CreatedAt > dayAgo, stop) >= Invitation.MostInADay) throw new CannotBeDone("Accounts.InvitationsEnough", Invitation.MostInADay);
            await store.Invitations.Where(i => i.ExpiresAt < now - Invitation.Memory).ExecuteDeleteAsync(stop);
            var made = store.Add(new Invitation
            {
                Id = details.Id ?? Guid.CreateVersion7(),
                Hash = Secrets.Hash(secret),
                SpaceId = details.SpaceId,
                Role = details.Role,
                Mail = details.Mail?.Kept(),
                MostUses = details.Uses,
                ById = details.ById,
                CreatedAt = now,
                ExpiresAt = now.AddDays(details.Days),
            }).Entity;
            await store.SaveChangesAsync(stop);
            return (made, secret);
        }, stop);
    }

    /// <summary>Into a network its owner invites, into a circle who hosts it.</summary>
    private static async Task ThrowUnlessMayInvite(this Store store, Guid by, NewInvitation details, CancellationToken stop)
    {
        var (space, kind, least) = (details.SpaceId, details.IsIntoCircle ? SpaceKind.Circle : SpaceKind.Network, details.IsIntoCircle ? SpaceRole.Host : SpaceRole.Owner);
        if (!await store.Accesses.AnyAsync(a => a.AccountId == by && a.SpaceId == space && a.Role >= least, stop) || !await store.Spaces.AnyAsync(s => s.Id == space && s.Kind == kind, stop)) throw new NotFound(details.IsIntoCircle ? "Accounts.NoSuchCircle" : "Accounts.NoSuchNetwork");
    }

    /// <summary>From now on it lets nobody in. Who came in by it stays.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="id">Which invitation.</param>
    /// <param name="space">Into which space it has to lead; null for any, when the one who runs the server asks.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task RevokeInvitation(this Store store, Guid id, Guid? space, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await store.Invitations.AnyAsync(i => i.Id == id && (space == null || i.SpaceId == space), stop)) throw new NotFound("Accounts.NoSuchInvitation");
        await store.Invitations.Where(i => i.Id == id && i.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), stop);
    }

    /// <summary>Whoever is signed in accepts, and may enter from now on. Who may do as much already has not used it up.</summary>
    /// <returns>The space that they may enter.</returns>
    public static Task<Guid> AcceptInvitation(this Store store, Guid account, string secret, TimeProvider clock, CancellationToken stop) => store.ChangeAccounts(async () =>
    {
        var found = await store.InvitationBy(secret, clock, stop);
        if (found.SpaceId is not { } space) throw new Conflict("Accounts.HasAccountAlready");
        if (!await store.Accesses.AnyAsync(a => a.AccountId == account && a.SpaceId == space && a.Role >= found.Role, stop)) await store.LetIn(await store.AccountOf(account, stop), found, clock, stop);
        return space;
    }, stop);

    /// <summary>Makes an account with a network of its own for who was invited, and lets them into what they were invited to. Of two who take the last place at once, one comes too late.</summary>
    public static async Task<(Account Account, Guid? Into)> Join(this Store store, UserManager<Account> identity, string secret, NewAccount details, TimeProvider clock, CancellationToken stop)
    {
        (await store.InvitationBy(secret, clock, stop)).ThrowUnlessOpen(clock.GetUtcNow().UtcDateTime); // first of all, so that nobody learns the rules without it
        Mistaken.ThrowIf(details.Check().When(string.IsNullOrEmpty(details.Password) && details.By is null && details.Passkey is null, "password", "Accounts.PasswordShort", PasswordRules.Shortest));
        return await store.ChangeAccounts(async () =>
        {
            var found = await store.InvitationBy(secret, clock, stop);
            found.ThrowUnlessOpen(clock.GetUtcNow().UtcDateTime);
            Mistaken.ThrowIf(new Problems().When(!found.IsFor(details.Mail), "mail", "Accounts.InvitationOther", found.Mail));
            if (!await store.HasAccounts(stop)) throw new Gone("Accounts.InvitationRevoked"); // who is first takes over the network of before, which was not offered
            var account = await store.AddAccount(identity, details, clock, stop);
            await store.LetIn(account, found, clock, stop);
            return (account, found.SpaceId);
        }, stop);
    }

    /// <summary>Whether this address may use it.</summary>
    public static bool IsFor(this Invitation invitation, string mail) => invitation.Mail is null || MailNormalizer.MailNormal(invitation.Mail) == MailNormalizer.MailNormal(mail);

    internal static void ThrowUnlessOpen(this Invitation invitation, DateTime now)
    {
        if (invitation.At(now) is not InvitationState.Open and var state) throw new Gone($"Accounts.Invitation{state}");
    }

    private static async Task LetIn(this Store store, Account account, Invitation invitation, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        invitation.ThrowUnlessOpen(now);
        if (!invitation.IsFor(account.Mail)) throw new NotMeant(invitation.Mail!);
        if (await store.Invitations.Where(i => i.Id == invitation.Id && i.Uses < i.MostUses && i.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.Uses, i => i.Uses + 1), stop) == 0) throw new Gone("Accounts.InvitationUsedUp");
        if (invitation.SpaceId is not { } space) return;
        var access = await store.Accesses.SingleOrDefaultAsync(a => a.AccountId == account.Id && a.SpaceId == space, stop) ?? store.Add(new Access { AccountId = account.Id, SpaceId = space, Since = now }).Entity;
        if (access.Role < invitation.Role || access.Since == now) access.Role = invitation.Role; // a link lowers nobody
        await store.SaveChangesAsync(stop);
    }
}

/// <summary>An invitation that is for another address.</summary>
public sealed class NotMeant(string mail) : Refusal(403, new("Accounts.InvitationOther", mail));
