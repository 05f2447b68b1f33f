using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Memberships;

/// <summary>Memberships are considered, joined, renewed, weighed and left. What changes one answers by what that is taken back.</summary>
public static class MembershipActions
{
    /// <summary>Notes that an organization is considered, or was joined. Of those that are not over there is one in each.</summary>
    public static Task<Membership> AddMembership(this Store store, MembershipDetails details, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (details.Id is { } once && await store.Memberships.FirstOrDefaultAsync(m => m.Id == once, stop) is { } already) return already;
        var organization = await store.OrganizationOf(details.OrganizationId, stop);
        Mistaken.ThrowIf(details.Check(today));
        if (details.LeftOn is null) Mistaken.ThrowIf(await store.ThereAlready(organization, null, stop));
        var row = store.Add(new Membership { Id = details.Id ?? Guid.CreateVersion7(), OrganizationId = organization.Id, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.Fill(row, details, today, stop);
        return row;
    }, stop);

    /// <summary>Makes a membership what is said now; a day since which it is considered that is not said stays.</summary>
    public static Task<Guid> ChangeMembership(this Store store, Guid id, MembershipDetails details, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, async row =>
    {
        var organization = await store.OrganizationOf(details.OrganizationId, stop);
        Mistaken.ThrowIf(details.Check(today));
        if (details.LeftOn is null) Mistaken.ThrowIf(await store.ThereAlready(organization, id, stop));
        await store.Fill(row, details with { ConsideredOn = details.ConsideredOn ?? row.ConsideredOn }, today, stop);
    }, clock, stop);

    /// <summary>What was considered is joined.</summary>
    public static Task<Guid> JoinMembership(this Store store, Guid id, DateOnly on, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.Stage != MembershipStage.Considered) throw new Conflict(row.Stage == MembershipStage.Joined ? "Memberships.JoinedAlready" : "Memberships.IsOver");
        Mistaken.ThrowIf(new Problems().When(on > today.AddDays(1), "joinedOn", "Memberships.InFuture").When(row.RenewsOn < on, "joinedOn", "Memberships.RenewsBeforeJoined", on));
        (row.JoinedOn, row.ConsideredOn, row.QuietUntil) = (on, on < row.ConsideredOn ? on : row.ConsideredOn, null);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It is over: left, or let go when it was only considered.</summary>
    public static Task<Guid> LeaveMembership(this Store store, Guid id, DateOnly on, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.LeftOn is not null) throw new Conflict("Memberships.IsOver");
        Mistaken.ThrowIf(new Problems().When(on > today.AddDays(1), "leftOn", "Memberships.InFuture").When(on < (row.JoinedOn ?? row.ConsideredOn), "leftOn", row.JoinedOn is null ? "Memberships.LeftBeforeConsidered" : "Memberships.LeftBeforeJoined", row.JoinedOn ?? row.ConsideredOn));
        (row.LeftOn, row.QuietUntil) = (on, null);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It is renewed: the open renewal is seen to, and the next one follows; or it renews on the day that is said.</summary>
    public static Task<Guid> RenewMembership(this Store store, Guid id, DateOnly? next, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.Stage != MembershipStage.Joined) throw new Conflict(row.LeftOn is null ? "Memberships.NotJoined" : "Memberships.IsOver");
        if (next is { } day)
        {
            Mistaken.ThrowIf(new Problems().When(day <= today, "renewsOn", "Memberships.RenewalPassed").When(day > today.AddYears(MembershipDetails.LongestAhead), "renewsOn", "Memberships.TooFarAhead", MembershipDetails.LongestAhead));
            (row.RenewsOn, row.RenewedFor) = (day, null);
        }
        else
        {
            if (row.RenewsItself) throw new Conflict("Memberships.RenewsAlone");
            row.RenewedFor = row.SeenToOn(today) ?? throw new Conflict("Memberships.NoRenewal");
        }
        row.QuietUntil = null;
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>The owner looked at what it brings and takes, and stays. They are asked again in a year.</summary>
    public static Task<Guid> StayMember(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.Stage != MembershipStage.Joined) throw new Conflict(row.LeftOn is null ? "Memberships.NotJoined" : "Memberships.IsOver");
        row.WeighedOn = today;
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It was never meant to be here.</summary>
    public static Task<Guid> RemoveMembership(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.MembershipToChange(id, stop);
        var needs = await store.MembershipNeeds.Where(n => n.MembershipId == id).ToListAsync(stop);
        return await store.LetGo(new(row) { Along = [.. needs.Select(n => ((IOwned)n, (Guid?)null))] }, clock, stop);
    }, stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Membership> QuietMembership(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.MembershipToChange(id, stop);
        row.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    internal static async Task<Membership> MembershipToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Memberships.FirstOrDefaultAsync(m => m.Id == id, stop) ?? throw new NotFound("Memberships.NotThere");

    /// <summary>That there is one already in this organization which is not over.</summary>
    internal static async Task<Problems> ThereAlready(this Store store, Organization organization, Guid? itself, CancellationToken stop)
    {
        var other = await store.Memberships.AsNoTracking().Where(m => m.OrganizationId == organization.Id && m.LeftOn == null && m.Id != itself).OrderBy(m => m.Id).FirstOrDefaultAsync(stop);
        return new Problems().When(other is { JoinedOn: not null }, "organization", "Memberships.IsMember", organization.Name, other?.JoinedOn).When(other is { JoinedOn: null }, "organization", "Memberships.IsConsidered", organization.Name, other?.ConsideredOn);
    }

    private static async Task Fill(this Store store, Membership row, MembershipDetails said, DateOnly today, CancellationToken stop)
    {
        var considered = said.ConsideredOn ?? said.JoinedOn ?? said.LeftOn ?? today;
        if (row.RenewsOn != said.RenewsOn || row.JoinedOn != said.JoinedOn) row.RenewedFor = null;
        (row.OrganizationId, row.Kind, row.ConsideredOn, row.JoinedOn, row.LeftOn) = (said.OrganizationId, said.Kind, said.JoinedOn < considered ? said.JoinedOn.Value : considered, said.JoinedOn, said.LeftOn);
        (row.Role, row.Benefits, row.Link, row.Note, row.HoursAMonth) = (Filled(said.Role), Filled(said.Benefits), Filled(said.Link), Filled(said.Note), said.HoursAMonth);
        (row.Dues, row.Currency, row.Period, row.RenewsOn, row.RenewsItself, row.QuietUntil) = (Money.Kept(said.Dues), Filled(said.Currency)?.ToUpperInvariant(), said.Period, said.RenewsOn, said.RenewsItself, null);
        await store.SaveChangesAsync(stop);
        await store.SetNeeds(row.Id, said.NeedIds, stop);
    }
}
