using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Accounts;

public class InvitationActionsTests
{
    private const string Password = "staple battery horse";

    private static readonly string[] TwoWhoTry = ["grace@example.org", "alan@example.org"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_joins_gets_a_network_of_their_own_and_is_let_into_what_they_were_invited_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await Invite(house, SpaceRole.Member);

        var grace = await Join(house, secret, "grace@example.org");

        var networks = await house.Again().NetworksOf(grace.Id, Stop);
        Assert.Equal([("Grace", SpaceRole.Owner), ("Ada Lovelace", SpaceRole.Member)], networks.Select(n => (n.Owner, n.Role)));
        Assert.Equal(house.Ada.SpaceId, networks[1].SpaceId);
    }

    [Theory, OnBoth]
    public async Task Of_two_who_take_the_last_place_at_once_one_has_it_and_the_other_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await Invite(house, SpaceRole.Guest);

        var tries = await Task.WhenAll(TwoWhoTry.Select(mail => Task.Run(() => Try(() => Join(house, secret, mail)), Stop)));

        Assert.Single(tries, t => t is null);
        Assert.Equal("Accounts.InvitationUsedUp", Assert.Single(tries.OfType<Gone>()).Reason.Key);
        Assert.Equal(2, await house.Again().Accounts.CountAsync(Stop));
        Assert.Equal(1, await house.Store.Invitations.Select(i => i.Uses).SingleAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Of_two_with_accounts_who_accept_the_last_place_at_once_one_has_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (bob, secret) = (await house.BobsAccount(), await Invite(house, SpaceRole.Guest, uses: 2));
        var grace = await Join(house, await Invite(house, null), "grace@example.org");
        await Join(house, secret, "alan@example.org");

        var tries = await Task.WhenAll(new[] { bob, grace }.Select(a => Task.Run(() => Try(() => Accept(house, a, secret)), Stop)));

        Assert.Single(tries, t => t is null);
        Assert.Equal(410, Assert.Single(tries.OfType<Gone>()).Status);
        Assert.Equal(3, (await house.Again().WhoMayEnter(house.Ada.SpaceId, Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task Accepted_twice_by_the_same_it_is_no_second_use(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (bob, secret) = (await house.BobsAccount(), await Invite(house, SpaceRole.Guest));

        Assert.Equal(house.Ada.SpaceId, await Accept(house, bob, secret));
        Assert.Equal(house.Ada.SpaceId, await Accept(house, bob, secret));

        Assert.Equal((1, SpaceRole.Guest), (await house.Again().Invitations.Select(i => i.Uses).SingleAsync(Stop), (await house.Store.WhoMayEnter(house.Ada.SpaceId, Stop))[1].Role));
        await Assert.ThrowsAsync<Gone>(() => Join(house, secret, "grace@example.org"));
    }

    [Fact]
    public async Task An_invitation_to_more_raises_what_one_may_do_and_one_to_less_lowers_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.BobsAccount();
        await Accept(house, bob, await Invite(house, SpaceRole.Guest));
        await Accept(house, bob, await Invite(house, SpaceRole.Member));
        var less = await Invite(house, SpaceRole.Guest);

        await Accept(house, bob, less);

        Assert.Equal(SpaceRole.Member, (await house.Again().WhoMayEnter(house.Ada.SpaceId, Stop))[1].Role);
        Assert.Single(await house.Store.OpenInvitations(house.Ada.SpaceId, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_do_less_from_now_on_does_not_get_it_back_by_the_same_link(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ada, bob) = (await house.AdasAccount(), await house.BobsAccount());
        var (_, secret) = await house.Again().Invite(new() { SpaceId = house.Ada.SpaceId, Role = SpaceRole.Member, Uses = 5, ById = ada.Id }, house.Clock, Stop);
        await house.Again().AcceptInvitation(bob.Id, secret!, house.Clock, Stop);

        await house.Again().ChangeRole(house.Ada.SpaceId, bob.Id, SpaceRole.Guest, house.Clock, Stop);

        await Assert.ThrowsAsync<Gone>(() => house.Again().AcceptInvitation(bob.Id, secret!, house.Clock, Stop));
        Assert.Equal(SpaceRole.Guest, (await house.Again().Accesses.SingleAsync(a => a.AccountId == bob.Id && a.SpaceId == house.Ada.SpaceId, Stop)).Role);
    }

    [Theory, OnBoth]
    public async Task One_for_a_mail_address_is_for_nobody_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (bob, secret) = (await house.BobsAccount(), await Invite(house, SpaceRole.Guest, "Grace@example.org"));

        Assert.Equal(403, (await Assert.ThrowsAsync<NotMeant>(() => Accept(house, bob, secret))).Status);
        var mistake = await Assert.ThrowsAsync<Mistaken>(() => Join(house, secret, "alan@example.org"));

        Assert.Equal("This invitation is for Grace@example.org.", mistake.Problems.Of("mail")!.InWords());
        await Join(house, secret, "grace@EXAMPLE.org");
    }

    [Theory, OnBoth]
    public async Task What_is_over_lets_nobody_in_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (revoked, late) = (await Invite(house, SpaceRole.Guest), await Invite(house, SpaceRole.Guest));
        var hash = Secrets.Hash(revoked);
        var id = await house.Store.Invitations.Where(i => i.Hash == hash).Select(i => i.Id).SingleAsync(Stop);
        await house.Store.RevokeInvitation(id, house.Ada.SpaceId, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(14));

        Assert.Equal("Accounts.InvitationRevoked", (await Assert.ThrowsAsync<Gone>(() => Join(house, revoked, "grace@example.org"))).Reason.Key);
        Assert.Equal("Accounts.InvitationExpired", (await Assert.ThrowsAsync<Gone>(() => Join(house, late, "grace@example.org"))).Reason.Key);
        await Assert.ThrowsAsync<NotFound>(() => Join(house, "abcdefghjkmnpqrstuvwxyz23456", "grace@example.org"));
        Assert.Empty(await house.Store.OpenInvitations(null, house.Clock, Stop));
    }

    [Fact]
    public async Task Nobody_invites_into_what_is_not_theirs_nor_takes_back_what_others_sent()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.BobsAccount();
        await Accept(house, bob, await Invite(house, SpaceRole.Member));
        await Invite(house, SpaceRole.Guest);
        var hers = (await house.Store.OpenInvitations(house.Ada.SpaceId, house.Clock, Stop))[0].It.Id;
        var home = await house.Store.HomeOf(bob.Id, Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Again().Invite(new() { SpaceId = house.Ada.SpaceId, ById = bob.Id }, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().Invite(new() { ById = bob.Id }, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().RevokeInvitation(hers, home, house.Clock, Stop));
    }

    [Theory]
    [InlineData(0, 14, null, SpaceRole.Guest, "uses")]
    [InlineData(1001, 14, null, SpaceRole.Guest, "uses")]
    [InlineData(2, 14, "grace@example.org", SpaceRole.Guest, "uses")]
    [InlineData(1, 0, null, SpaceRole.Guest, "days")]
    [InlineData(1, 91, null, SpaceRole.Guest, "days")]
    [InlineData(1, 14, "nobody", SpaceRole.Guest, "mail")]
    [InlineData(1, 14, null, SpaceRole.Owner, "role")]
    public void Says_what_is_wrong(int uses, int days, string? mail, SpaceRole role, string field) =>
        Assert.NotNull(new NewInvitation { Uses = uses, Days = days, Mail = mail, Role = role }.Check().Of(field));

    internal static async Task<string> Invite(TestHouse house, SpaceRole? role, string? mail = null, int uses = 1)
    {
        var ada = await house.AdasAccount();
        var (_, secret) = await house.Again().Invite(new() { SpaceId = role is null ? null : house.Ada.SpaceId, Role = role ?? SpaceRole.Guest, Mail = mail, Uses = uses, ById = role is null ? null : ada.Id }, house.Clock, Stop);
        return secret!;
    }

    internal static async Task<Account> Join(TestHouse house, string secret, string mail)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Store>().Join(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), secret, new() { Name = "Grace", Mail = mail, Password = Password }, house.Clock, Stop)).Account;
    }

    internal static async Task<Guid> Accept(TestHouse house, Account account, string secret)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Store>().AcceptInvitation(account.Id, secret, house.Clock, Stop);
    }

    private static async Task<Refusal?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal;
        }
    }
}
