using System.Net;
using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Exchange;

public class WhoCanHelpTests
{
    [Theory, OnBoth]
    public async Task Names_who_knows_would_say_yes_and_soon_with_the_words_that_say_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing strategies");
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["pricing strategies"] });
        var katherine = await house.Know("Katherine Johnson", p => p with { Notes = "Once told me about a pricing strategy over lunch." });
        await house.Know("Bob Price");

        var answer = await Ask(house, "Who can help me with the pricing strategy?");

        Assert.Equal([grace, alan, katherine], answer.People.Select(p => p.Id));
        Assert.Equal(["pricing", "strategy"], answer.Words);
        Assert.Equal((.1 + .8 * .65) * 2 / 3, answer.People[0].Will, 9);
        Assert.Equal((.1 + .8 * .2) * 2 / 3, answer.People[1].Will, 9);
        Assert.Equal(.6, answer.People[0].Soon, 9);
        Assert.Equal(answer.People[0].Can, answer.People[1].Can, 9);
        Assert.True(answer.People[1].Can > answer.People[2].Can);
        var quoted = Assert.Single(answer.People[2].Evidence);
        Assert.Equal(("notes", "Once told me about a pricing strategy over lunch."), (quoted.Field, quoted.Text));
        Assert.Equal(["pricing", "strategy"], quoted.Marks.Select(m => quoted.Text.Substring(m.Start, m.Length)));
        Assert.Equal(answer.People.OrderByDescending(p => p.Score).Select(p => p.Id), answer.People.Select(p => p.Id));
    }

    [Theory, OnBoth]
    public async Task Whoever_needs_it_is_not_taken_for_who_knows_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.AddWish(new(alan, "Somebody who knows about pricing"), house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = alan, Way = Way.Given, What = "Went through his pricing", On = house.Today }, house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Went through my pricing", On = house.Today }, house.Today, house.Clock, Stop);

        var only = Assert.Single((await Ask(house, "pricing")).People);

        Assert.Equal((grace, "helped"), (only.Id, Assert.Single(only.Evidence).Field));
    }

    [Theory, OnBoth]
    public async Task What_they_promised_counts_and_what_I_promised_does_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.Promise(new() { Text = "An introduction to the hospital's buyer", PersonId = grace, PromisedToMe = true }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Ask around at the hospital", PersonId = alan }, house.Clock, Stop);

        var only = Assert.Single((await Ask(house, "hospital")).People);

        Assert.Equal((grace, "promise", "An introduction to the hospital's buyer"), (only.Id, only.Evidence[0].Field, only.Evidence[0].Text));
        Assert.Equal(2, (await house.Store.Search("hospital", Stop)).Total);
    }

    [Theory, OnBoth]
    public async Task Five_thousand_words_are_answered_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Topics = ["pricing"] });
        var question = "pricing " + string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}"));
        await using var site = await TestSite.Open(house);

        var told = (await site.Ask("/api/who?q=" + Uri.EscapeDataString(question))).Fine();
        var page = await site.Page("/who?q=" + Uri.EscapeDataString(question));
        var typed = await house.Type(["who", .. question.Split(' '), "--json"]);

        Assert.Equal(["Grace Hopper"], told.Each("people", "name"));
        Assert.Contains("Grace Hopper", page, StringComparison.Ordinal);
        Assert.Contains("Your question is long.", page, StringComparison.Ordinal);
        Assert.Equal("Grace Hopper", typed.Fine().Json[0].GetProperty("name").GetString());
        Assert.Equal(2, (await house.Type("who", "pricing", "--limit", "0")).Code);
        Assert.Equal(2, (await house.Type("who", "pricing", "--limit", "21")).Code);
        using var odd = await site.Browser.GetAsync("/who?need=pricing", Stop);
        Assert.Equal(HttpStatusCode.NotFound, odd.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Plurals_accents_beginnings_and_typing_mistakes_do_not_matter(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Topics = ["Preisverhandlung", "Steuerrecht"] });
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["negotiations", "Anwalt"] });
        await house.Store.SetAffiliations(alan, [new("Clínica Mendes", Title: "Head of Sales")], house.Clock, Stop);

        Assert.Equal([grace], await Ids(house, "Wer kann mir bei Preisverhandlungen helfen?"));
        Assert.Equal([alan], await Ids(house, "negotiation"));
        Assert.Equal([alan], await Ids(house, "Anwälte"));
        Assert.Equal([alan], await Ids(house, "clinica"));
        Assert.Equal([alan], await Ids(house, "sale"));
        Assert.Equal([grace], await Ids(house, "Steuer"));
        var mistyped = await Ask(house, "negociations");
        Assert.Equal([alan], mistyped.People.Select(p => p.Id));
        Assert.Equal("negotiations", mistyped.Meant);
        Assert.Empty(await Ids(house, "gardening"));
    }

    [Theory, OnBoth]
    public async Task What_was_spoken_of_counts_and_is_quoted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 1), Kind = TouchKind.Call, Note = "She explained compilers to me" }, house.Today, house.Clock, Stop);

        var answer = await Ask(house, "compiler");

        var who = Assert.Single(answer.People);
        Assert.Equal(("touch", "She explained compilers to me"), (who.Evidence[0].Field, who.Evidence[0].Text));
        Assert.Contains("You were last in touch 4 weeks ago.", who.WhyWill.Select(r => r.InWords()));
    }

    [Theory, OnBoth]
    public async Task How_they_answered_before_counts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper", null, "pricing"), await house.Near("Alan Turing", null, "pricing"));
        var ask = await house.Store.AddAsk(new() { PersonId = alan, What = "A look at my price list" }, house.Today, house.Clock, Stop);
        await house.Store.SendAsk(ask.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 2));
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);

        var answer = await Ask(house, "pricing");

        Assert.Equal([grace, alan], answer.People.Select(p => p.Id));
        var second = answer.People[1];
        Assert.Equal(Math.Pow(2, -1 / 7.0), second.Soon, 9);
        Assert.Contains("Said yes to 0 of 1 asks.", second.WhyWill.Select(r => r.InWords()));
        Assert.Equal(["Usually answers within a day."], second.WhySoon.Select(r => r.InWords()));
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_or_is_no_longer_near_is_not_named_nor_is_anybody_of_Bobs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Bob's friend", Topics = ["pricing"] }, house.Clock, Stop);
        var (trashed, over) = (await house.Know("Grace Hopper", p => p with { Topics = ["pricing"] }), await house.Know("Alan Turing", p => p with { Topics = ["pricing"] }));
        await house.Store.TrashPerson(trashed, house.Clock, Stop);
        await house.Store.SayOver(over, house.Today, Stop);
        var need = await house.Need(SupportKind.Knowledge, "Pricing");
        await using var site = await TestSite.Open(house);
        await using var his = await site.As(await house.BobsAccount());

        Assert.Empty(await Ids(house, "pricing"));
        using var refused = await his.Browser.GetAsync(new Uri($"/who?need={need}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_very_long_question_is_read_by_its_first_words_and_says_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Topics = ["pricing"] });

        var answer = await Ask(house, "pricing " + string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}")));

        Assert.True(answer.IsShortened);
        Assert.Equal(16, answer.Words.Count);
        Assert.Equal([grace], answer.People.Select(p => p.Id));
        Assert.StartsWith("Your question is long.", answer.Remarks[0].InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_German_a_layer_is_called_as_it_is_everywhere()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Near("Grace Hopper", "mentor", "pricing");
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);

        Assert.Contains("Nähe „eng“; kein Kontakt festgehalten.", (await house.Type("who", "pricing")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Is_asked_from_the_command_line_the_API_and_the_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        var need = await house.Need(SupportKind.Guidance, "Pricing for clinics");

        var typed = (await house.Type("who", "pricing", "--json")).Fine().Json[0];
        var words = (await house.Type("who", "--need", "Pricing")).Fine().Out;

        Assert.Equal((grace, "Grace Hopper", "pricing"), (typed.GetProperty("id").GetGuid(), typed.GetProperty("name").GetString(), typed.GetProperty("evidence")[0].GetProperty("text").GetString()));
        Assert.Equal(typed.GetProperty("score").GetDouble(), typed.GetProperty("can").GetDouble() * typed.GetProperty("will").GetDouble() * .8, 3);
        Assert.Contains("Would say yes: about 4 in 10. In your layer “close”; no contact recorded.", words, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Type("who")).Code);
        Assert.Empty((await house.Type("who", "gardening", "--json")).Fine().Json.EnumerateArray());
        await using var site = await TestSite.Open(house);
        var answered = (await site.Ask("/api/who?q=pricing&limit=1")).Fine();
        Assert.Equal(typed.GetProperty("score").GetDouble(), answered["people"][0].GetProperty("score").GetDouble());
        Assert.Equal(grace, (await site.Ask($"/api/who?need={need}")).Fine()["people"][0].GetProperty("id").GetGuid());
        Assert.NotEmpty((await site.Ask("/api/who")).Wrong("q"));
        Assert.NotEmpty((await site.Ask("/api/who?need=x")).Wrong("need"));
        (await site.Ask($"/api/who?need={Guid.CreateVersion7()}")).Is(HttpStatusCode.NotFound);
        var page = await site.Page($"/who?q=pricing&need={need}");
        Assert.Contains("<mark>pricing</mark>", page, StringComparison.Ordinal);
        Assert.Contains($"/asks/new?to={grace}&need={need}&what=pricing", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Ask in your own words", await site.Page("/who"), StringComparison.Ordinal);
        Assert.Contains("Nobody here has to do with gardening", await site.Page("/who?q=gardening"), StringComparison.Ordinal);
        Assert.Contains("href=\"/who?q=pricing\"", await site.Page("/search?q=pricing"), StringComparison.Ordinal);
    }

    private static Task<HelpAnswer> Ask(TestHouse house, string question) => house.Again().WhoCanHelp(question, null, 5, house.Today, Stop);

    private static async Task<IEnumerable<Guid>> Ids(TestHouse house, string question) => (await Ask(house, question)).People.Select(p => p.Id);
}
