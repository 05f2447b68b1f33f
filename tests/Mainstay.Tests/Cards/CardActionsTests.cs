using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Cards;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Cards;

public class CardActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_card_is_off_until_it_is_turned_on_and_then_for_so_long(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var id = await house.Write();

        var off = await house.Line(id);
        await house.Store.TurnCardOn(id, CardTime.Week, house.Seals(), house.Clock, Stop);
        var (on, secret) = (await house.Line(id), await house.Secret(id));
        await house.Again().TurnCardOn(id, CardTime.Year, house.Seals(), house.Clock, Stop);
        var same = (await house.Line(id), await house.Secret(id));
        house.Clock.Pass(TimeSpan.FromDays(7));
        var ended = await house.Line(id);

        Assert.Equal((false, null, new Reason("Cards.IsOff")), (off.IsOn, off.Until, off.State));
        Assert.Equal((true, new DateOnly(2026, 5, 8)), (on.IsOn, on.UntilDay));
        Assert.Equal((on.Until, secret), (same.Item1.Until, same.Item2));
        Assert.Equal((false, new Reason("Cards.HasEnded", new DateOnly(2026, 5, 8))), (ended.IsOn, ended.State));
        Assert.Equal(28, secret.Length);
    }

    [Theory, OnBoth]
    public async Task Another_address_ends_the_one_before_and_turning_off_ends_them_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, first) = await house.WriteAndTurnOn();

        await house.Again().RenewCard(id, CardTime.Day, house.Seals(), house.Clock, Stop);
        var second = await house.Secret(id);
        await house.Again().OpenLink(second, house.Clock, Stop);
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(first, house.Clock, Stop));
        await house.Again().TurnCardOff(id, house.Clock, Stop);

        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(second, house.Clock, Stop));
        var off = await house.Line(id);
        Assert.Equal((false, null), (off.IsOn, off.It.Locked));
    }

    [Theory, OnBoth]
    public async Task The_database_alone_does_not_give_the_address_away(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, secret) = await house.WriteAndTurnOn();

        var row = JsonSerializer.Serialize(await house.Again().Cards.SingleAsync(Stop), Json.OneLine);
        var links = JsonSerializer.Serialize(await house.Store.TokenLinks.ToListAsync(Stop), Json.OneLine);
        var here = house.Settings with { KeysPassword = "correct horse" }; // in a PostgreSQL the keys lie beside it, and are to be locked
        Seals.Check(here);
        var elsewhere = new Seals(house.Settings with { Data = Directory.CreateTempSubdirectory("mainstay-test-").FullName });

        Assert.DoesNotContain(secret, row + links, StringComparison.Ordinal);
        var locked = (await house.Line(id)).It.Locked!;
        if (engine == Engine.Sqlite) Assert.Null(elsewhere.Open(locked));
        else Assert.Throws<CannotBeDone>(() => elsewhere.Open(locked));
        Assert.Null(house.Seals().Open("nothing that was ever locked"));
        Assert.Equal(secret, new Seals(here).Open(locked));
    }

    [Theory, OnBoth]
    public async Task Of_many_new_addresses_at_once_one_is_left_and_it_is_the_one_that_is_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, first) = await house.WriteAndTurnOn();
        var stores = Enumerable.Range(0, 6).Select(_ => house.Again()).ToList();

        await Task.WhenAll(stores.Select(s => Task.Run(() => s.RenewCard(id, CardTime.Week, house.Seals(), house.Clock, Stop), Stop)));

        var links = await house.Again().TokenLinks.Where(l => l.Purpose == "card").ToListAsync(Stop);
        var open = Assert.Single(links, l => l.RevokedAt is null);
        Assert.Equal(7, links.Count);
        var shown = await house.Secret(id);
        Assert.Equal(Secrets.Hash(shown), open.Hash);
        Assert.NotEqual(first, shown);
    }

    [Theory, OnBoth]
    public async Task A_card_that_was_removed_comes_back_turned_off_and_its_address_never(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, secret) = await house.WriteAndTurnOn();

        var change = await house.Again().RemoveCard(id, house.Clock, Stop);
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Line(id));
        await house.Again().TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);

        var back = await house.Line(id);
        Assert.Equivalent(CardsCast.Text.Tidy(), back.It.Shown(), strict: true);
        Assert.Equal((false, null), (back.IsOn, back.It.Locked));
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task There_is_one_card_for_an_audience_and_not_more_than_fifty(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Write("Investors");
        var removed = await house.Again().RemoveCard(await house.Write("Founders"), house.Clock, Stop);
        await house.Write("Founders");

        var taken = await Assert.ThrowsAsync<Mistaken>(() => house.Write(" INVESTORS "));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().TakeBack(removed, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        await house.Again().ChangeCard(id, new("Investors", CardsCast.Text), Stop);
        for (var i = 2; i < NewCard.MostCards; i++) await house.Write($"Audience {i}");
        var full = await Assert.ThrowsAsync<Mistaken>(() => house.Write("One more"));

        Assert.Equal(("Cards.AudienceTaken", "Cards.TooMany"), (taken.Problems.Of("audience")!.Key, full.Problems.Of("audience")!.Key));
        Assert.Equal(NewCard.MostCards, (await house.Again().AllCards(house.Clock, Stop)).Count);
    }

    [Fact]
    public async Task Written_twice_with_the_same_id_there_is_one()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var card = new NewCard("Investors", CardsCast.Text, Guid.CreateVersion7());

        Assert.Equal((await house.Store.AddCard(card, house.Clock, Stop)).Id, (await house.Again().AddCard(card, house.Clock, Stop)).Id);
        Assert.Single(await house.Again().AllCards(house.Clock, Stop));
    }

    [Fact]
    public async Task Without_an_account_no_card_is_shown()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var id = await house.Write();

        Assert.Equal("Cards.NobodyHere", (await Assert.ThrowsAsync<CannotBeDone>(() => house.Store.TurnCardOn(id, CardTime.Month, house.Seals(), house.Clock, Stop))).Reason.Key);
        Assert.False((await house.Line(id)).IsOn);
    }

    [Theory, OnBoth]
    public async Task A_new_card_may_begin_with_what_is_known_and_nothing_that_hurts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        await house.Store.AddOffer(new("An hour on algorithms"), house.Clock, Stop);
        await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        await house.Store.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "After the divorce" }, house.Clock, Stop);

        var first = await house.Again().ProposedCard(Stop);
        Assert.Empty(await house.Again().Cards.ToListAsync(Stop));
        await house.Write();
        var next = await house.Again().ProposedCard(Stop);

        Assert.Equivalent(new CardText { Name = "Ada Lovelace", Mail = "ada@example.org", Seeks = "Pricing", Offers = "An hour on algorithms" }, first, strict: true);
        Assert.Equivalent(CardsCast.Text.Tidy() with { Pitch = null }, next, strict: true);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, secret) = await house.WriteAndTurnOn();
        var bob = await house.Bob();

        Assert.Empty(await bob.AllCards(house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.CardOf(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RenewCard(id, CardTime.Week, house.Seals(), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TurnCardOff(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveCard(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeCard(id, new("Mine", CardsCast.Text), Stop));
        Assert.Equal(secret, await house.Secret(id));
    }
}
