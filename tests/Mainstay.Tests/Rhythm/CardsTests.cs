using System.Globalization;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Tests.Rhythm;

public class CardsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_birthday_is_said_on_its_day_of_everybody_and_ahead_of_those_near(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var near = await house.Know("Near", Born(1986, 5, 4));
        var far = await house.Know("Far", Born(null, 5, 4));
        await house.Store.SetLayer(near, Layer.Wider, Stop);

        Assert.Empty(await Birthdays(house, new(2026, 4, 30)));
        Assert.Equal(["The birthday of Near is on Monday"], await Birthdays(house, new(2026, 5, 1)));
        Assert.Equal(["Today is the birthday of Far", "Today is the birthday of Near"], await Birthdays(house, new(2026, 5, 4)));
        Assert.Empty(await Birthdays(house, new(2026, 5, 5)));
        Assert.Equal(new Reason("Rhythm.YearsOld", 40), (await new BirthdayCard().Worth(house.Store, new(2026, 5, 4), Stop)).Single(c => c.PersonId == near).Reasons[0]);
        Assert.NotEqual(far, near);
    }

    [Theory, OnBoth]
    public async Task A_birthday_leaves_once_they_were_touched_and_never_comes_of_those_who_rest(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 4));
        var (grace, alan) = (await house.Know("Grace", Born(1906, 5, 4)), await house.Know("Alan", Born(1912, 5, 4)));
        await house.Store.SayOver(alan, house.Today, Stop);
        Assert.Equal(["Today is the birthday of Grace"], await Birthdays(house, house.Today));

        await house.Touch(house.Today, TouchKind.Message, grace);

        Assert.Empty(await Birthdays(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task Born_on_29_February_is_kept_on_the_28th_in_common_years(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Leap", Born(1988, 2, 29));

        Assert.Single(await Birthdays(house, new(2027, 2, 28)));
        Assert.Empty(await Birthdays(house, new(2028, 2, 28)));
        Assert.Single(await Birthdays(house, new(2028, 2, 29)));
    }

    [Theory, OnBoth]
    public async Task An_anniversary_is_said_of_those_near_only(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Far", p => p with { Dates = [new("anniversary", 2001, 5, 1)] });
        var near = await house.Know("Near", p => p with { Dates = [new("anniversary", 2001, 5, 1), new("first day at work", 2001, 5, 1)] });
        await house.Store.SetLayer(near, Layer.Core, Stop);

        Assert.Equal(["Today is the anniversary of Near"], await Birthdays(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task Who_was_said_to_count_is_near_without_a_rhythm_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (said, unsaid) = (await house.Know("Said", Born(1986, 5, 4)), await house.Know("Unsaid", Born(1986, 5, 4)));
        await house.Store.SetImportance(said, Layer.Core, Stop);

        Assert.Equal(["The birthday of Said is on Monday"], await Birthdays(house, new(2026, 5, 1)));
        var today = (await new BirthdayCard().Worth(house.Again(), new(2026, 5, 4), Stop)).ToDictionary(c => c.PersonId!.Value);
        Assert.True(today[said].Priority > today[unsaid].Priority);
        Assert.Contains(today[said].Reasons, r => r.Key == "Rhythm.CountsAsMuch");
    }

    [Theory, OnBoth]
    public async Task A_promise_is_said_from_its_day_on_until_it_is_done(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace");
        var mine = await house.Store.Promise(new() { Text = "send the paper", PersonId = grace, DueOn = new(2026, 5, 1) }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "introduce Cy", PersonId = grace, DueOn = new(2026, 4, 28), PromisedToMe = true }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "tomorrow's", DueOn = new(2026, 5, 2) }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "some day" }, house.Clock, Stop);

        Assert.Equal(["Grace promised you: introduce Cy", "You promised Grace: send the paper"], await Said(new TaskCard(), house.Again(), house.Today));
        Assert.Equal("It was due 3 days ago.", (await new TaskCard().Worth(house.Store, house.Today, Stop))[0].Reasons[0].InWords(CultureInfo.GetCultureInfo("en")));

        await house.Store.Finish(mine.Id, house.Today, Stop);
        Assert.Single(await Said(new TaskCard(), house.Again(), house.Today));
        await house.Store.Reopen(mine.Id, Stop);
        Assert.Equal(2, (await Said(new TaskCard(), house.Again(), house.Today)).Length);
        await house.Store.TrashPerson(grace, house.Clock, Stop);
        Assert.Empty(await Said(new TaskCard(), house.Again(), house.Today));
    }

    [Theory, OnBoth]
    public async Task Somebody_due_comes_with_the_right_kind_of_touch_and_faint_ties_come_last(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (faint, strong) = (await house.Know("Faint"), await house.Know("Strong"));
        await house.Store.SetLayer(faint, Layer.Core, Stop);
        await house.Touch(new(2020, 1, 1), TouchKind.Mail, faint);
        await house.Store.SetLayer(strong, Layer.Wider, Stop);
        for (var i = 0; i < 6; i++) await house.Touch(new DateOnly(2025, 4, 1).AddDays(i), TouchKind.Meeting, strong);

        var cards = await new DueCard().Worth(house.Again(), house.Today, Stop);

        Assert.Equal([("Strong", "meeting", 60), ("Faint", "call", 20)], cards.Select(c => (c.PersonName, c.ActionForm!["kind"], c.Minutes)));
        Assert.Equal(cards, Today.InOrder(cards.Reverse()));
    }

    [Theory, OnBoth]
    public async Task Today_says_that_the_owner_said_how_much_it_counts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (near, far) = (await house.Know("Near", Born(1986, 5, 1)), await house.Know("Far", Born(1986, 5, 1)));
        foreach (var person in new[] { near, far })
        {
            await house.Touch(new(2026, 1, 1), TouchKind.Call, person);
            await house.Store.SetLayer(person, Layer.Extended, Stop);
        }
        await house.Store.SetImportance(far, Layer.Core, Stop);

        foreach (var card in new ITodayCard[] { new DueCard(), new BirthdayCard() })
        {
            var said = await card.Worth(house.Again(), house.Today, Stop);
            var (first, second) = (said.Single(c => c.PersonId == far), said.Single(c => c.PersonId == near));
            Assert.True(first.Priority > second.Priority);
            Assert.Contains("You said that this tie counts as much as core.", first.Reasons.Select(r => r.InWords(CultureInfo.GetCultureInfo("en"))));
            Assert.DoesNotContain(second.Reasons, r => r.Key == "Rhythm.CountsAsMuch");
        }
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_to_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace", Born(1906, 5, 1));
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        await house.Touch(new(2026, 1, 1), TouchKind.Call, grace);
        var task = await house.Store.Promise(new() { Text = "secret", DueOn = new(2026, 5, 1) }, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await new DueCard().Worth(bob, house.Today, Stop));
        Assert.Empty(await new BirthdayCard().Worth(bob, house.Today, Stop));
        Assert.Empty(await new TaskCard().Worth(bob, house.Today, Stop));
        Assert.Equal("Rhythm.SetupBring", (await new SetupCard().Worth(bob, house.Today, Stop)).Single().Sentence.Key);
        Assert.Null(await new TimeCard().MinutesLeft(bob, house.Today, Stop));
        Assert.Empty(await bob.OpenTasks(Stop));
        Assert.Empty(await bob.Proposals(house.Today, Stop));
        Assert.Empty(await bob.PeopleByLayer(Stop));
        Assert.Empty(await bob.TiesOf([grace], house.Today, Stop));
        Assert.Equal(0, await bob.MinutesSpent(new(2026, 1, 1), new(2026, 5, 1), Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TieOf(grace, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TouchesOf(grace, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.Finish(task.Id, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveTask(task.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TaskEndingWith(task.Id.ToString("N")[^6..], Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.Promise(new() { Text = "x", PersonId = grace }, house.Clock, Stop));
    }

    private static Func<PersonDetails, PersonDetails> Born(int? year, int month, int day) => p => p with { Dates = [new("birthday", year, month, day)] };

    private static async Task<string[]> Birthdays(TestHouse house, DateOnly on) => [.. (await Said(new BirthdayCard(), house.Again(), on)).Order(StringComparer.Ordinal)];

    private static async Task<string[]> Said(ITodayCard card, Store store, DateOnly on) =>
        [.. (await card.Worth(store, on, Stop)).Select(c => c.Sentence.InWords(CultureInfo.GetCultureInfo("en")))];
}
