using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Feedback;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Archive;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Feedback;

public class FeedbackActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Signed_answers_are_read_as_they_come_and_are_favours(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await Asked(house, false, grace, alan);
        await house.Store.SendFeedback(id, grace, house.Today, house.Clock, Stop);
        await house.Store.SendFeedback(id, grace, house.Today, house.Clock, Stop);

        await Reply(house, id, grace, new("The stories", null));

        var line = await house.Again().FeedbackOf(id, Stop);
        Assert.Equal(("The stories", "Grace Hopper"), (line.Said(house.Today)[0].Single().Text, line.Said(house.Today)[0].Single().Person!.Name));
        Assert.Empty(line.Said(house.Today)[1]);
        Assert.Equal(new FeedbackCounts(1, 0, 1, 0), line.Counts);
        Assert.Equal((Way.Received, Weight.FiveMinute, "My talk"), await house.Store.Favours.Select(f => new { f.Way, f.Weight, f.What }).SingleAsync(Stop) is var f ? (f.Way, f.Weight, f.What) : default);
        Assert.Equal(1, await house.Store.Touches.CountAsync(Stop)); // said twice, it was sent once
        Assert.Equal([id], (await house.Store.FeedbackFrom(grace, Stop)).Select(l => l.It.Id));
        Assert.Empty(await house.Store.FeedbackFrom(alan, Stop));
    }

    [Theory, OnBoth]
    public async Task Of_anonymous_answers_nothing_says_whose_they_are_and_they_show_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        Guid[] people = [await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson")];
        var id = await Asked(house, true, people);
        foreach (var person in people) await house.Store.SendFeedback(id, person, house.Today, house.Clock, Stop);

        await Reply(house, id, people[0], new("zz from Grace"));
        house.Clock.Pass(TimeSpan.FromHours(2));
        await Reply(house, id, people[1], new("mm from Alan"));
        var two = await house.Again().FeedbackOf(id, Stop);
        await Reply(house, id, people[2], new("aa from Katherine"));
        var three = await house.Again().FeedbackOf(id, Stop);

        Assert.All(two.Said(house.Today), Assert.Empty);
        Assert.All(two.People, p => Assert.Equal(new Reason("Feedback.SentOn", new DateOnly(2026, 5, 1)).InWords(), FeedbackWords.State(two, p).InWords()));
        Assert.Equal(["aa from Katherine", "mm from Alan", "zz from Grace"], three.Said(house.Today)[0].Select(s => s.Text));
        Assert.All(three.Replies, r => Assert.Equal((null, null), (r.InviteId, r.On)));
        Assert.All(three.Replies, r => Assert.NotEqual($"{id}"[..6], $"{r.Id}"[..6])); // an id that began with the time would tell the order
        Assert.Empty(await house.Store.Favours.ToListAsync(Stop));
        Assert.Empty(await house.Store.FeedbackFrom(people[0], Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().AskMore(id, [people[0]], house.Today, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ExtendFeedback(id, house.Today.AddDays(30), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().NoteReply(id, people[0], new("x"), house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Anonymous_answers_given_at_once_are_all_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = new List<Guid>();
        foreach (var name in (string[])["Grace Hopper", "Alan Turing", "Katherine Johnson", "Mary Jackson"]) people.Add(await house.Know(name));
        var id = await Asked(house, true, [.. people]);
        var links = new List<TokenLink>();
        foreach (var person in people) links.Add(await Link(house, id, person));

        await Task.WhenAll(links.Select((link, i) => house.Again().ReplyByLink(link, new($"answer {i}"), house.Today, house.Clock, Stop)));

        var line = await house.Again().FeedbackOf(id, Stop);
        Assert.Equal(["answer 0", "answer 1", "answer 2", "answer 3"], line.Said(house.Today)[0].Select(s => s.Text));
        Assert.NotNull(line.It.ClosedOn);
    }

    [Theory, OnBoth]
    public async Task One_link_answered_twice_at_once_counts_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await Asked(house, false, await house.Know("Grace Hopper"));
        var link = await Link(house, id, (await house.Store.FeedbackOf(id, Stop)).People[0].It.PersonId);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await house.Again().ReplyByLink(link, new($"answer {i}"), house.Today, house.Clock, Stop);
                return true;
            }
            catch (Gone)
            {
                return false;
            }
        }));

        Assert.Equal(1, tries.Count(t => t));
        Assert.Single((await house.Again().FeedbackOf(id, Stop)).Replies);
    }

    [Theory, OnBoth]
    public async Task A_reminder_that_goes_to_all_lets_nobody_answer_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await Asked(house, true, grace, alan);
        foreach (var person in (Guid[])[grace, alan]) await house.Store.SendFeedback(id, person, house.Today, house.Clock, Stop);
        await Reply(house, id, grace, new("Once"));

        var again = await Link(house, id, grace);
        await house.Again().RemindedOfFeedback(id, grace, house.Today, Stop);

        await house.Again().ReplyByLink(again, new("Twice"), house.Today, house.Clock, Stop); // let fall in silence: the owner, who made the link, could tell by a refusal who answered
        await Assert.ThrowsAsync<Conflict>(() => house.Again().RemindedOfFeedback(id, grace, house.Today, Stop));
        Assert.Equal("Once", (await house.Again().FeedbackOf(id, Stop)).Replies.Single().First);
    }

    [Theory, OnBoth]
    public async Task Of_an_anonymous_request_no_door_tells_apart_who_answered_by_a_link_that_was_not_said_to_be_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = new List<Guid>();
        foreach (var name in (string[])["Grace Hopper", "Alan Turing", "Katherine Johnson", "Mary Jackson"]) people.Add(await house.Know(name, p => p with { Emails = [new(name[..4] + "@navy.example")] }));
        var id = await Asked(house, true, [.. people]);
        FeedbackMailActions.Posting posting = new(house.Settings with { Smtp = "localhost", MailFrom = "post@mainstay.example" }, "https://mainstay.example");

        await Reply(house, id, people[0], new("One"));
        await Reply(house, id, people[1], new("Two"));
        await Reply(house, id, people[2], new("Three"));
        var line = await house.Again().FeedbackOf(id, Stop);
        var sent = await house.Again().PostFeedback(id, FeedbackLetter.Ask, posting, house.Today, house.Clock, Stop);
        await house.Again().CloseFeedback(id, house.Today, Stop);
        await house.Again().RespondToFeedback(id, "I will", house.Today, Stop);
        var told = await house.Again().PostFeedback(id, FeedbackLetter.Tell, posting, house.Today, house.Clock, Stop);

        Assert.Equal(FeedbackStep.Send, line.StepOn(house.Today));
        Assert.Equal("4 are still to be written to.", FeedbackWords.State(line, house.Today).InWords());
        Assert.Single(line.People.Select(p => FeedbackWords.State(line, p).InWords()).Distinct());
        Assert.Equal((4, 4), (sent.Letters, told.Letters));
    }

    [Theory, OnBoth]
    public async Task Answered_until_a_later_day_by_the_links_that_went_out(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = await Asked(house, false, grace);
        var link = await Link(house, id, grace);
        await house.Store.SendFeedback(id, grace, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(15));

        await house.Again().CloseFeedback(id, house.Today, Stop);
        await Assert.ThrowsAsync<Gone>(() => house.Again().ReplyByLink(link, new("Too late"), house.Today, house.Clock, Stop));
        await house.Again().ExtendFeedback(id, house.Today.AddDays(7), house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(6));
        await house.Again().ReplyByLink(link, new("In time"), house.Today, house.Clock, Stop);

        Assert.Equal("In time", (await house.Again().FeedbackOf(id, Stop)).Replies.Single().First);
    }

    [Theory, OnBoth]
    public async Task When_all_declined_others_can_be_asked_and_who_is_in_the_trash_is_written_to_no_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing", p => p with { Emails = [new("alan@navy.example")] }), await house.Know("Mary Jackson", p => p with { Emails = [new("mary@navy.example")] }));
        var id = await Asked(house, false, grace);
        await house.Again().DeclineByLink(await Link(house, id, grace), house.Today, house.Clock, Stop);
        var declined = await house.Again().FeedbackOf(id, Stop);

        await house.Again().AskMore(id, [alan, mary], house.Today, Stop);
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        var sent = await house.Again().PostFeedback(id, FeedbackLetter.Ask, new(house.Settings with { Smtp = "localhost", MailFrom = "post@mainstay.example" }, "https://mainstay.example"), house.Today, house.Clock, Stop);

        Assert.Equal((FeedbackStep.AskMore, true), (declined.StepOn(house.Today), declined.MayAskMore(house.Today)));
        Assert.Equal((1, 0), (sent.Letters, sent.WithoutMail.Count));
        Assert.Equal("mary@navy.example", (await house.Again().Letters.SingleAsync(Stop)).To);
    }

    [Theory, OnBoth]
    public async Task The_questions_of_an_anonymous_request_stay_from_the_first_link_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        Guid[] people = [await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"), await house.Know("Mary Jackson")];
        var id = (await house.Again().AskFeedback(new() { About = "My talk", Questions = ["Keep?"], IsAnonymous = true, People = people }, house.Today, house.Clock, Stop)).Id;
        NewFeedback other = new() { About = "My talk", Questions = ["What should I change?"] };
        await house.Again().TrashPerson(people[3], house.Clock, Stop);
        await house.Again().ChangeFeedback(id, other, house.Today, Stop); // somebody in the trash hinders nothing

        await house.Again().MakeFeedbackLink(id, people[0], house.Today, house.Clock, Stop); // it may be on its way, whether that was said or not

        var refused = await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangeFeedback(id, other with { Questions = ["Something else?"] }, house.Today, Stop));
        Assert.Equal("Feedback.WrittenAlready", refused.Reason.Key);
        Assert.Equal("What should I change?", (await house.Again().FeedbackOf(id, Stop)).It.Questions);
    }

    [Theory, OnBoth]
    public async Task It_is_answered_by_what_the_owner_will_do_and_removed_with_all_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (store, grace, alan) = (house.Store, await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await Asked(house, false, grace, alan);
        await Assert.ThrowsAsync<Conflict>(() => store.RespondToFeedback(id, "I will", house.Today, Stop));
        await store.NoteReply(id, grace, new("Slower", "Shorter"), house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangeFeedback(id, new() { About = "x", Questions = ["y"] }, house.Today, Stop));

        await house.Again().RespondToFeedback(id, " Speak slower ", house.Today, Stop);
        await house.Again().ToldOfFeedback(id, null, house.Today, house.Clock, Stop);
        await house.Again().SayFeedbackChanged(id, "Half the words", house.Today, Stop);
        var done = (await house.Again().FeedbackOf(id, Stop)).It;
        var change = await house.Again().RemoveFeedback(id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllFeedback(house.Today, Stop));
        Assert.Equal(0, await house.Store.FeedbackReplies.CountAsync(Stop) + await house.Store.FeedbackInvites.CountAsync(Stop));
        await house.TakeBack(change);

        Assert.Equal(("Speak slower", "Half the words"), (done.Response, done.Changed));
        var back = await house.Again().FeedbackOf(id, Stop);
        Assert.Equal((2, "Slower", "Grace Hopper"), (back.People.Count, back.Replies.Single().First, back.Said(house.Today)[0].Single().Person!.Name));
    }

    [Theory, OnBoth]
    public async Task What_was_said_stays_when_who_said_it_is_removed_for_good(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = await Asked(house, false, grace);
        await house.Store.NoteReply(id, grace, new("Slower"), house.Today, house.Clock, Stop);
        await house.Store.TrashPerson(grace, house.Clock, Stop);

        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        var said = (await house.Again().FeedbackOf(id, Stop)).Said(house.Today)[0].Single();
        Assert.Equal(("Slower", null), (said.Text, said.Person));
    }

    [Theory, OnBoth]
    public async Task Today_reminds_once_asks_what_comes_of_it_and_when_to_ask_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetFeedbackRhythm(3, house.Today, Stop);
        var id = await Asked(house, false, grace);
        await house.Store.SendFeedback(id, grace, house.Today, house.Clock, Stop);

        Assert.Empty(await Cards(house, 0));
        Assert.Equal(["Feedback.CardRemind"], await Cards(house, 10));
        await house.Again().RemindedOfFeedback(id, grace, house.Today, Stop);
        Assert.Empty(await Cards(house, 10));
        Assert.Equal(["Feedback.CardAskMore"], await Cards(house, 15));
        await house.Again().NoteReply(id, grace, new("Slower"), house.Today, house.Clock, Stop);
        Assert.Equal(["Feedback.CardRespond"], await Cards(house, 0));
        await house.Again().RespondToFeedback(id, "Slower", house.Today, Stop);
        await house.Again().ToldOfFeedback(id, null, house.Today, house.Clock, Stop);
        Assert.Equal(["Feedback.CardSayChanged"], await Cards(house, 30));
        Assert.Equal(["Feedback.CardSayChanged", "Feedback.CardAgain"], await Cards(house, 92));
        await house.Again().QuietFeedback(id, house.Today.AddDays(100), Stop);
        await house.Again().QuietFeedbackRhythm(house.Today.AddDays(100), Stop);
        Assert.Empty(await Cards(house, 92));
        var change = await house.Again().StopFeedbackRhythm(house.Clock, Stop);
        await house.TakeBack(change);
        Assert.Equal(3, (await house.Again().FeedbackRhythm(Stop))!.Months);
    }

    [Theory, OnBoth]
    public async Task The_archive_holds_no_more_than_the_owner_may_read(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        Guid[] people = [await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson")];
        var id = await Asked(house, true, people);
        foreach (var person in people) await house.Store.SendFeedback(id, person, house.Today, house.Clock, Stop);
        await Reply(house, id, people[0], new("Not to be read yet"));

        var before = await ArchiveActionsTests.Export(house);
        await Reply(house, id, people[1], new("Nor this"));
        await Reply(house, id, people[2], new("Now all"));
        var after = await ArchiveActionsTests.Export(house);

        Assert.DoesNotContain("Not to be read yet", before, StringComparison.Ordinal);
        Assert.DoesNotContain("\"answered\"", before, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Not to be read yet", after, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Cards(TestHouse house, int days) => [.. (await new FeedbackCard().Worth(house.Again(), house.Today.AddDays(days), Stop)).Select(c => c.Sentence.Key)];

    private static async Task<Guid> Asked(TestHouse house, bool anonymous, params Guid[] people) =>
        (await house.Store.AskFeedback(new() { About = "My talk", Questions = ["What should I keep?", "What should I change?"], IsAnonymous = anonymous, People = people }, house.Today, house.Clock, Stop)).Id;

    private static async Task<TokenLink> Link(TestHouse house, Guid id, Guid person) =>
        (await house.Again().OpenLink(await house.Again().MakeFeedbackLink(id, person, house.Today, house.Clock, Stop), house.Clock, Stop)).Link;

    private static async Task Reply(TestHouse house, Guid id, Guid person, NewReply reply) => await house.Again().ReplyByLink(await Link(house, id, person), reply, house.Today, house.Clock, Stop);
}
