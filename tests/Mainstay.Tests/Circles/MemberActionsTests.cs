using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Circles;

/// <summary>Members come, change and go, also two at once.</summary>
public class MemberActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_last_host_stays_until_another_is_named_and_the_longest_host_inherits(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org");

        var refused = await Assert.ThrowsAsync<Conflict>(() => ring.Store.LeaveCircle(ring.Ada.Id, house.Clock, Stop));
        await ring.Store.ChangeMemberRole(ring.Ada.Id, grace.Id, SpaceRole.Host, house.Clock, Stop);
        await ring.Store.LeaveCircle(ring.Ada.Id, house.Clock, Stop);

        Assert.Equal("Circles.LastHost", refused.Reason.Key);
        Assert.Equal(SpaceRole.Owner, (await ring.Seat(grace)).Role);
        await Assert.ThrowsAsync<NotFound>(() => ring.Seat(ring.Ada));
    }

    [Theory, OnBoth]
    public async Task Of_two_owners_who_leave_at_once_one_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Owner);

        var left = await Task.WhenAll(Try(ring.Store, ring.Ada.Id), Try(ring.Store, grace.Id));

        Assert.Single(left, l => l);
        Assert.Equal(1, await ring.Store.CountMembers(Stop));
        async Task<bool> Try(Mainstay.Storage.Store store, Guid who)
        {
            try
            {
                await store.LeaveCircle(who, house.Clock, Stop);
                return true;
            }
            catch (Conflict)
            {
                return false;
            }
        }
    }

    [Theory, OnBoth]
    public async Task Hosts_make_members_and_guests_and_only_who_owns_it_makes_hosts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Host), await ring.Join("Alan Turing", "alan@example.org"));

        await ring.Store.ChangeMemberRole(grace.Id, alan.Id, SpaceRole.Guest, house.Clock, Stop);
        var refused = new[]
        {
            await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.ChangeMemberRole(grace.Id, alan.Id, SpaceRole.Host, house.Clock, Stop)),
            await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.ChangeMemberRole(grace.Id, ring.Ada.Id, SpaceRole.Guest, house.Clock, Stop)),
            await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.TakeOutOfCircle(grace.Id, ring.Ada.Id, house.Clock, Stop)),
            await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.ChangeMemberRole(alan.Id, alan.Id, SpaceRole.Member, house.Clock, Stop)),
            await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.PostInCircle(alan.Id, new() { Title = "May I?" }, house.Today, house.Clock, Stop)),
        };

        Assert.Equal([403, 403, 403, 403, 403], refused.Select(r => r.Status));
        Assert.Equal(SpaceRole.Guest, (await ring.Seat(alan)).Role);
    }

    [Theory, OnBoth]
    public async Task Of_two_who_accept_the_last_place_at_once_one_comes_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await house.Account("Grace Hopper", "grace@example.org"), await house.Account("Alan Turing", "alan@example.org"));
        var made = await ring.Store.InviteIntoCircle(ring.Ada.Id, new() { Role = SpaceRole.Member, Uses = 1 }, house.Settings, house.Clock, Stop);
        var secret = made.Link!.Split('/')[^1];

        var came = await Task.WhenAll(Try(house.Scope(Guid.Empty), grace.Id), Try(house.Scope(Guid.Empty), alan.Id));
        var again = await Assert.ThrowsAnyAsync<Refusal>(() => house.Scope(Guid.Empty).AcceptInvitation(came[0] ? alan.Id : grace.Id, secret, house.Clock, Stop));

        Assert.Single(came, c => c);
        Assert.Equal(410, again.Status);
        async Task<bool> Try(Mainstay.Storage.Store store, Guid who)
        {
            try
            {
                await store.AcceptInvitation(who, secret, house.Clock, Stop);
                return true;
            }
            catch (Refusal)
            {
                return false;
            }
        }
    }

    [Theory, OnBoth]
    public async Task When_an_account_goes_its_circle_goes_on_and_one_with_nobody_else_goes_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var alone = await Ring.Of(house, "Just me");
        var grace = await ring.Join("Grace Hopper", "grace@example.org");
        await ring.Store.PostInCircle(ring.Ada.Id, new() { Kind = PostKind.Lesson, Title = "Engines", Text = "Weave patterns." }, house.Today, house.Clock, Stop);
        await using var scope = house.Services.CreateAsyncScope();

        await house.Scope(house.Ada.SpaceId).EraseAccount(ring.Ada.Id, scope.ServiceProvider.GetRequiredService<Leaving>(), Stop);

        var seat = await ring.Seat(grace);
        Assert.Equal(SpaceRole.Owner, seat.Role);
        Assert.Equal("", Assert.Single(await ring.Store.PostsHere(seat, new() { Kinds = [PostKind.Lesson] }, house.Today, 9, Stop)).Author);
        Assert.False(await ring.Store.Spaces.AnyAsync(s => s.Id == alone.Id, Stop));
        Assert.False(await alone.Store.Circles.AnyAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_comes_back_is_still_kept_apart_and_still_here_for_an_employer_and_the_log_knew_who_left(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var (grace, alan) = (await ring.Join("Grace Hopper", "grace@example.org"), await ring.Join("Alan Turing", "alan@example.org"));
        await ring.Store.Block(grace.Id, alan.Id, Stop);
        await ring.Store.SayForEmployer(ring.Ada.Id, alan.Id, true, house.Clock, Stop);
        await ring.Store.TakeOutOfCircle(ring.Ada.Id, alan.Id, house.Clock, Stop);
        var log = (await ring.Store.AuditLog(null, 9, Stop)).First(l => l.Entry.Deed == AuditDeed.TakenOut);
        var again = house.Scope(ring.Id);
        again.Add(new Access { AccountId = alan.Id, SpaceId = ring.Id, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
        await again.SaveChangesAsync(Stop);

        await again.AgreeToCharter(alan.Id, new() { Name = "Alan T.", IsForEmployer = false }, house.Clock, Stop);

        Assert.Equal(("Ada Lovelace", "Alan Turing"), (log.By, log.Of));
        Assert.False((await ring.Seat(alan)).SeesHardTimes);
        Assert.Contains(alan.Id, await ring.Store.Apart(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_was_taken_out_or_lowered_gets_nothing_back_by_a_link(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Owner);
        async Task<string> Link(Guid by, SpaceRole role) => (await ring.Store.InviteIntoCircle(by, new() { Role = role, Uses = 9 }, house.Settings, house.Clock, Stop)).Link!.Split('/')[^1];
        var (own, open) = (await Link(grace.Id, SpaceRole.Host), await Link(ring.Ada.Id, SpaceRole.Member));

        await ring.Store.ChangeMemberRole(ring.Ada.Id, grace.Id, SpaceRole.Guest, house.Clock, Stop);
        var lowered = new[] { await Refused(own), await Refused(open) };
        var later = await Link(ring.Ada.Id, SpaceRole.Guest);
        await ring.Store.TakeOutOfCircle(ring.Ada.Id, grace.Id, house.Clock, Stop);
        var out_ = await Refused(later);

        Assert.Equal([410, 410, 410], [.. lowered, out_]);
        async Task<int> Refused(string secret) => (await Assert.ThrowsAnyAsync<Refusal>(() => house.Scope(Guid.Empty).AcceptInvitation(grace.Id, secret, house.Clock, Stop))).Status;
    }

    [Theory, OnBoth]
    public async Task A_circle_is_neither_a_network_to_look_at_nor_one_that_a_key_opens(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await house.SignIn(ring.Ada);
        var session = await house.Again().Sessions.Where(s => s.AccountId == ring.Ada.Id).Select(s => s.Id).FirstAsync(Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Again().Enter(ring.Ada.Id, session, ring.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().AddToken(ring.Ada.Id, new("script", Scope.Write, null) { SpaceId = ring.Id }, house.Clock, Stop));
        Assert.Equal(house.Ada.SpaceId, await house.Again().Sessions.Where(s => s.Id == session).Select(s => s.SpaceId).SingleAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task When_the_one_who_runs_the_server_removes_an_account_its_circle_without_others_goes_and_its_network_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        await house.BobsAccount();
        await using var scope = house.Services.CreateAsyncScope();

        await house.Again().RemoveAccount(ring.Ada.Id, scope.ServiceProvider.GetRequiredService<Leaving>(), Stop);

        Assert.False(await house.Again().Spaces.AnyAsync(s => s.Id == ring.Id, Stop));
        Assert.True(await house.Store.Spaces.AnyAsync(s => s.Id == house.Ada.SpaceId, Stop));
        Assert.False(await ring.Store.Members.AnyAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_circle_is_dissolved_by_its_name_and_by_who_owns_it_only(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ring = await Ring.Of(house);
        var grace = await ring.Join("Grace Hopper", "grace@example.org", SpaceRole.Host);

        await Assert.ThrowsAnyAsync<Refusal>(() => ring.Store.DissolveCircle(grace.Id, "First founders", [], Stop));
        await Assert.ThrowsAsync<Mistaken>(() => ring.Store.DissolveCircle(ring.Ada.Id, "Something else", [], Stop));
        await ring.Store.DissolveCircle(ring.Ada.Id, "First founders", [], Stop);

        Assert.False(await ring.Store.Members.AnyAsync(Stop));
        Assert.Empty(await house.Scope(house.Ada.SpaceId).MyCircles(grace.Id, house.Today, Stop));
    }
}
