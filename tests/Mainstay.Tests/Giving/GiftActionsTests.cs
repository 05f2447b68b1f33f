using Mainstay.Exchange;
using Mainstay.Giving;
using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Giving;

public class GiftActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_for_a_person_for_an_organization_that_is_noted_or_for_anybody_in_words(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace) = (house.Store, await house.Know("Grace Hopper"));
        var guild = await store.AddOrganization(new("Guild of Founders"), house.Clock, Stop);
        await Note(house, new() { Kind = GiftKind.Mentoring, What = "An hour a month", PersonId = grace, GoesOn = true, Since = new(2026, 1, 12) });
        await Note(house, new() { Kind = GiftKind.Talk, What = "On pricing", ForWhom = "guild of founders", Hours = 1.5, Since = new(2026, 3, 3) });
        await Note(house, new() { Kind = GiftKind.Volunteering, What = "Soup", ForWhom = "The kitchen", Since = new(2026, 2, 1), Until = new(2026, 2, 28) });

        var lines = await house.Again().AllGifts(house.Today, Stop);
        Assert.Equal(["An hour a month", "On pricing", "Soup"], lines.Select(l => l.It.What));
        Assert.Equal((grace, guild.Id, "The kitchen"), (lines[0].Person!.Id, lines[1].It.OrganizationId!.Value, lines[2].For));
        Assert.Equal(("Guild of Founders", null, 90), (lines[1].For, lines[1].It.ForWhom, lines[1].It.Minutes!.Value));
        Assert.Equal((null, lines[1].It.Since, new DateOnly(2026, 2, 28)), (lines[0].It.Until, lines[1].It.Until!.Value, lines[2].It.Until!.Value));
        Assert.Equal(["Talk", "for Guild of Founders", "1.5 hours"], GiftWords.Line(lines[1], house.Today).Select(r => r.InWords()).Where((_, i) => i != 2));
        await Assert.ThrowsAsync<NotFound>(() => Note(house, new() { What = "x", PersonId = Guid.CreateVersion7() }));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        Assert.Equal(["what"], await Wrong(house, new() { What = " " }));
        Assert.Equal(["until"], await Wrong(house, new() { What = "x", Since = new(2026, 3, 3), Until = new(2026, 3, 2) }));
        Assert.Equal(["until"], await Wrong(house, new() { What = "x", Until = house.Today, GoesOn = true }));
        Assert.Equal(["hours"], await Wrong(house, new() { What = "x", Hours = -1 }));
        Assert.Equal(["hours"], await Wrong(house, new() { What = "x", Hours = double.NaN }));
        Assert.Equal(["kind"], await Wrong(house, new() { What = "x", Kind = (GiftKind)9 }));
        Assert.Equal(["since"], await Wrong(house, new() { What = "x", Since = new(1899, 1, 1) }));
    }

    [Theory, OnBoth]
    public async Task Noted_twice_with_the_same_key_it_is_there_once_and_every_change_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var gift = new NewGift { Id = Guid.CreateVersion7(), What = "An hour a month", GoesOn = true };
        foreach (var _ in Enumerable.Range(0, 2)) await Note(house, gift);
        var id = gift.Id!.Value;

        var ended = await house.Again().EndGift(id, null, house.Today, house.Clock, Stop);
        Assert.Equal(house.Today, (await house.Again().GiftOf(id, Stop)).It.Until);
        var became = await house.Again().SayGiftBecame(id, " A friend ", house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(ended));
        await house.TakeBack(became);
        await house.TakeBack(ended);
        Assert.Null((await house.Again().GiftOf(id, Stop)).It.Until);
        await house.Again().ChangeGift(id, gift with { What = "Two hours", Became = "Much" }, house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().EndGift(id, new(2020, 1, 1), house.Today, house.Clock, Stop));
        var gone = await house.Again().RemoveGift(id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllGifts(house.Today, Stop));
        await house.TakeBack(gone);

        Assert.Equal(("Two hours", "Much"), ((await house.Again().GiftOf(id, Stop)).It.What, (await house.Again().GiftOf(id, Stop)).It.Became));
    }

    [Theory, OnBoth]
    public async Task It_stays_noted_when_who_had_it_is_gone_and_follows_an_organization_that_becomes_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace, rooms) = (house.Store, await house.Know("Grace Hopper"), house.Services.GetServices<IOrganizationRows>());
        var (guild, club) = (await store.AddOrganization(new("Guild"), house.Clock, Stop), await store.AddOrganization(new("Club"), house.Clock, Stop));
        var id = await Note(house, new() { What = "On pricing", PersonId = grace, ForWhom = "Guild" });

        var merged = await house.Again().MergeOrganizations(club.Id, guild.Id, rooms, house.Clock, Stop);
        Assert.Equal("Club", (await house.Again().GiftOf(id, Stop)).For);
        await house.TakeBack(merged);
        Assert.Equal("Guild", (await house.Again().GiftOf(id, Stop)).For);
        var removed = await house.Again().RemoveOrganization(guild.Id, rooms, house.Clock, Stop);
        Assert.Equal(("Guild", null), ((await house.Again().GiftOf(id, Stop)).For, (await house.Again().GiftOf(id, Stop)).It.OrganizationId));
        await house.TakeBack(removed);
        Assert.Equal(guild.Id, (await house.Again().GiftOf(id, Stop)).It.OrganizationId);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.Null((await house.Again().GiftOf(id, Stop)).Person);
    }

    [Theory, OnBoth]
    public async Task Beside_it_stand_favours_given_and_whom_I_mentor(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace, alan) = (house.Store, await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Lent a book" }, house.Today, house.Clock, Stop);
        await store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read the pitch" }, house.Today, house.Clock, Stop);
        store.Add(new Role { PersonId = grace, Position = 0, Name = "Mentee" });
        store.Add(new Role { PersonId = alan, Position = 0, Name = "mentee", Until = new(2026, 1, 1) });
        await store.SaveChangesAsync(Stop);

        var before = await house.Again().GivenBack(house.Today, Stop);
        await Note(house, new() { Kind = GiftKind.Mentoring, What = "An hour a month", PersonId = grace, GoesOn = true });

        Assert.Equal("Lent a book", Assert.Single(before.Favours).Favour.What);
        Assert.Equal(grace, Assert.Single(before.Mentees).Id);
        Assert.Empty((await house.Again().GivenBack(house.Today, Stop)).Mentees);
    }

    [Theory]
    [InlineData("en-US", 60, "1 hour")]
    [InlineData("en-US", 100, "1.67 hours")]
    [InlineData("de-DE", 60, "1 Stunde")]
    [InlineData("de-DE", 90, "1,5 Stunden")]
    public void Hours_are_said_as_the_owner_noted_them(string culture, int minutes, string said) =>
        Assert.Equal(said, GiftWords.Line(new(new() { What = "On pricing", Since = new(2026, 3, 3), Minutes = minutes }, null, null), new(2026, 5, 1)).Last().InWords(new(culture)));

    [Theory, OnBoth]
    public async Task An_introduction_that_opened_stands_beside_it_while_both_are_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, alan) = await house.Introduced();
        var katherine = await house.Know("Katherine Johnson");
        await house.Again().AddIntroduction(new() { FirstId = katherine, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop);

        var line = Assert.Single((await house.Again().GivenBack(house.Today, Stop)).Introductions);
        Assert.Equal(("Grace Hopper", "Alan Turing"), (line.First, line.Second));
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        Assert.Empty((await house.Again().GivenBack(house.Today, Stop)).Introductions);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Note(house, new() { What = "An hour a month", GoesOn = true });
        var change = await house.Again().EndGift(id, null, house.Today, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty((await bob.GivenBack(house.Today, Stop)).Gifts);
        await Assert.ThrowsAsync<NotFound>(() => bob.GiftOf(id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.EndGift(id, null, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveGift(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
    }

    private static async Task<Guid> Note(TestHouse house, NewGift gift) => (await house.Again().NoteGift(gift, house.Today, house.Clock, Stop)).Id;

    private static async Task<IEnumerable<string>> Wrong(TestHouse house, NewGift gift) => (await Assert.ThrowsAsync<Mistaken>(() => Note(house, gift))).Problems.Select(p => p.Field);
}
