using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Accounts;

public class TokenLinkActionsTests
{
    private const string Purpose = "ask";

    private static readonly Guid Subject = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), Another = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a02");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_link_leads_a_stranger_to_its_one_thing_in_its_own_space(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);
        var stranger = await house.Bob();

        var opened = await stranger.OpenLink($" {secret.ToUpperInvariant()} ", house.Clock, Stop);

        Assert.Equal((Purpose, Subject, house.Ada.SpaceId), (opened.Link.Purpose, opened.Link.SubjectId, opened.Link.SpaceId));
        Assert.Equal(("Ada Lovelace", house.Ada.SpaceId, house.Ada.SpaceId), (opened.From, opened.Owner.SpaceId, stranger.SpaceId));
    }

    [Theory, OnBoth]
    public async Task Of_the_secret_only_a_hash_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);

        Assert.Matches("^[a-hjkmnp-z2-9]{28}$", secret);
        Assert.Equal(Secrets.Hash(secret), (await house.Again().TokenLinks.SingleAsync(Stop)).Hash);
    }

    [Theory, OnBoth]
    public async Task It_is_good_for_fourteen_days_and_then_says_that_it_is_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        await house.Again().OpenLink(secret, house.Clock, Stop);
        Assert.NotNull(await house.Again().OpenUntil(Purpose, Subject, house.Clock, Stop));

        house.Clock.Pass(TimeSpan.FromSeconds(1));

        var over = await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        Assert.Equal((410, "Accounts.LinkExpired"), (over.Status, over.Reason.Key));
        Assert.Null(await house.Again().OpenUntil(Purpose, Subject, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Long_after_its_end_it_is_as_if_it_had_never_been(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);
        house.Clock.Pass(TokenLink.Good + TokenLink.Memory + TimeSpan.FromSeconds(1));

        var unknown = await Assert.ThrowsAsync<NotFound>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        await house.Again().MakeLink(Purpose, Another, house.Clock, Stop);

        Assert.Equal("Accounts.NoSuchLink", unknown.Reason.Key);
        Assert.Equal(Another, (await house.Again().TokenLinks.SingleAsync(Stop)).SubjectId);
    }

    [Theory, OnBoth]
    public async Task Revoked_it_opens_nothing_at_once_and_others_still_do(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, two) = (await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop), await house.Store.MakeLink(Purpose, Another, house.Clock, Stop));

        await house.Again().RevokeLinks(Purpose, Subject, house.Clock, Stop);

        var over = await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(one, house.Clock, Stop));
        Assert.Equal("Accounts.LinkRevoked", over.Reason.Key);
        Assert.Equal(Another, (await house.Again().OpenLink(two, house.Clock, Stop)).Link.SubjectId);
    }

    [Theory, OnBoth]
    public async Task Bob_revokes_no_link_of_Adas_and_does_not_learn_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);
        var bob = await house.Bob();

        await bob.RevokeLinks(Purpose, Subject, house.Clock, Stop);

        Assert.Null(await bob.OpenUntil(Purpose, Subject, house.Clock, Stop));
        Assert.Equal(Subject, (await house.Again().OpenLink(secret, house.Clock, Stop)).Link.SubjectId);
    }

    [Theory, OnBoth]
    public async Task Used_once_it_and_every_other_link_to_the_same_thing_are_used_up(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (first, second) = (await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop), await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop));
        var opened = await house.Again().OpenLink(first, house.Clock, Stop);

        await house.Store.UseLink(opened.Link, house.Clock, Stop);

        foreach (var secret in new[] { first, second })
            Assert.Equal("Accounts.LinkUsed", (await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop))).Reason.Key);
        Assert.Equal("Accounts.LinkUsed", (await Assert.ThrowsAsync<Gone>(() => house.Again().UseLink(opened.Link, house.Clock, Stop))).Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Of_two_who_use_it_at_once_one_comes_too_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);
        var stores = Enumerable.Range(0, 6).Select(_ => house.Again()).ToList();
        var link = (await stores[0].OpenLink(secret, house.Clock, Stop)).Link;

        var answers = await Task.WhenAll(stores.Select(async store =>
        {
            try
            {
                await store.AllOrNothing(async () =>
                {
                    await store.UseLink(link, house.Clock, Stop);
                    return true;
                }, Stop);
                return true;
            }
            catch (Gone)
            {
                return false;
            }
        }));

        Assert.Single(answers, true);
    }

    [Theory, OnBoth]
    public async Task It_goes_with_its_space(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var secret = await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);

        await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteDeleteAsync(Stop);

        await Assert.ThrowsAsync<NotFound>(() => house.Again().OpenLink(secret, house.Clock, Stop));
    }

    [Theory, InlineData(""), InlineData("x"), InlineData("abcdefghjkmnpqrstuvwxyz23456"), InlineData("../../../../../etc/passwd000"), InlineData("' OR 1=1 --'''''''''''''''''")]
    public async Task What_was_guessed_opens_nothing(string guessed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.MakeLink(Purpose, Subject, house.Clock, Stop);

        var unknown = await Assert.ThrowsAsync<NotFound>(() => house.Again().OpenLink(guessed, house.Clock, Stop));

        Assert.Equal("Accounts.NoSuchLink", unknown.Reason.Key);
    }
}
