using System.Net;
using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Outreach;

/// <summary>Messages and the words they begin with, at every door.</summary>
public class DraftsTests
{
    [Theory, OnBoth]
    public async Task A_message_is_filled_with_what_is_known_and_names_what_is_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var store = house.Store;
        var grace = await house.Know("Grace Hopper", p => p with { Nickname = "Amazing", HowMet = "at a talk" });
        await Mainstay.Organizations.OrganizationsActions.SetAffiliations(store, grace, [new("Navy", "Admiral")], house.Clock, Stop);
        await house.Touch(new(2026, 4, 3), TouchKind.Call, grace);
        var template = await store.AddTemplate(new("Mine", "For {name}", "Dear {first name}, {what they do} at {organization}; we met {how we met}; last {last contact}; on {topic}. {my name}"), house.Clock, Stop);

        var draft = await store.BeginDraft(new() { PersonId = grace, Template = template.Id.ToString() }, house.Today, house.Clock, Stop);

        Assert.Equal("For Grace Hopper", draft.Subject);
        Assert.Equal("Dear Amazing, Admiral at Navy; we met at a talk; last 4 weeks ago; on {topic}. Ada Lovelace", draft.Text);
        var gap = await Assert.ThrowsAsync<Mistaken>(() => store.SayDraftSent(draft.Id, house.Today, house.Clock, Stop));
        Assert.Equal(("text", "Fill {topic} first, or take it out."), (gap.Problems.Single().Field, gap.Problems.Single().Sentence.InWords()));
    }

    [Theory, OnBoth]
    public async Task What_is_sent_moves_the_candidate_is_a_touch_and_stays_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        var grace = await house.Know("Grace Hopper");
        var candidate = await store.AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop);
        async Task<Draft> Written()
        {
            var draft = await store.BeginDraft(new() { CandidateId = candidate.Id }, house.Today, house.Clock, Stop);
            return await store.WordDraft(draft.Id, new("Hello", "Dear Grace,\r\nhello."), Stop);
        }

        var first = await store.SayDraftSent((await Written()).Id, house.Today, house.Clock, Stop);
        Assert.Equal((Stage.Contacted, house.Today), (await store.CandidateOf(candidate.Id, Stop)) is var c ? (c.It.Stage, c.It.ContactedOn!.Value) : default);
        await store.SayDraftSent((await Written()).Id, house.Today.AddDays(8), house.Clock, Stop);
        Assert.Equal(house.Today.AddDays(8), (await store.CandidateOf(candidate.Id, Stop)).It.FollowedUpOn);
        await store.MoveCandidate(candidate.Id, new(Stage.In, house.Today), house.Today, house.Clock, Stop);
        await store.SayDraftSent((await Written()).Id, house.Today.AddDays(8), house.Clock, Stop);

        Assert.Equal(3, await store.Touches.CountAsync(Stop));
        Assert.Equal("Dear Grace,\nhello.", first.Text);
        await Assert.ThrowsAsync<Conflict>(() => store.WordDraft(first.Id, new("Other", "words"), Stop));
        await Assert.ThrowsAsync<Conflict>(() => store.SayDraftSent(first.Id, house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Words_that_cannot_be_are_refused_beside_their_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        await store.AddTemplate(new("Mine", "", "Text"), house.Clock, Stop);

        var twice = await Assert.ThrowsAsync<Mistaken>(() => store.AddTemplate(new("Mine", "", "Text"), house.Clock, Stop));
        var odd = await Assert.ThrowsAsync<Mistaken>(() => store.AddTemplate(new(" ", "two\nlines", " "), house.Clock, Stop));
        var unknown = await Assert.ThrowsAsync<Mistaken>(async () => await store.BeginDraft(new() { PersonId = await house.Know("Grace Hopper"), Template = "nothing" }, house.Today, house.Clock, Stop));
        var nobody = await Assert.ThrowsAsync<Mistaken>(() => store.BeginDraft(new(), house.Today, house.Clock, Stop));

        Assert.Equal("name", twice.Problems.Single().Field);
        Assert.Equal(["name", "subject", "text"], odd.Problems.Select(p => p.Field).Order());
        Assert.Equal(("template", "to"), (unknown.Problems.Single().Field, nobody.Problems.Single().Field));
    }

    [Theory, OnBoth]
    public async Task On_the_pages_a_message_goes_from_words_to_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        await using var site = await TestSite.Open(house);

        var choose = await site.Page($"/drafts/new?person={grace}&template=reconnect");
        using var begun = await site.Post($"/drafts/new?person={grace}", "/drafts", ("person", grace.ToString()), ("template", "reconnect"));
        var at = begun.Headers.Location!.ToString();
        var page = await site.Page(at);
        using var tooEarly = await site.Send(at + "/sent", TestSite.Form(page, at + "/text"));
        using var worded = await site.Post(at, at + "/text", ("subject", "Hello & goodbye"), ("text", "Dear Grace, how are you?"));
        var ready = await site.Page(at);
        using var empty = await site.Post(at, at + "/text", ("subject", "Kept"), ("text", " "));
        var edited = TestSite.Form(await site.Page(at), at + "/text");
        (edited["subject"], edited["text"]) = ("Hello & goodbye", "Dear Grace, how is it with you?"); // not kept before
        using var sent = await site.Send(at + "/sent", edited);
        var after = await site.Page(at);
        using var own = await site.Post("/templates", "/templates", ("name", "Mine"), ("subject", "S"), ("text", "T {first name}"));
        var templates = await site.Page("/templates");
        var id = (await house.Again().Templates.SingleAsync(Stop)).Id;
        using var changed = await site.Post("/templates", $"/templates/{id}", ("name", "Mine too"), ("subject", "S"), ("text", "T"));
        using var wrong = await site.Post("/templates", $"/templates/{id}", ("name", ""), ("subject", "S"), ("text", "Kept as typed"));
        using var gone = await site.Post("/templates", $"/templates/{id}/remove");
        using var back = await site.TakeBack(gone);

        Assert.Contains("Hello again", choose, StringComparison.Ordinal);
        Assert.Contains("Nothing is known for {last contact}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", page, StringComparison.Ordinal);
        Assert.Contains("mailto:grace@navy.example?subject=Hello%20%26%20goodbye", ready, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (tooEarly.StatusCode, empty.StatusCode, wrong.StatusCode));
        Assert.Contains("Kept as typed", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[begun, worded, sent, own, changed, gone, back], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Contains("Sent on Friday, May 1, 2026.", after, StringComparison.Ordinal);
        Assert.Contains("Mine", templates, StringComparison.Ordinal);
        Assert.Equal("Mine too", (await house.Again().Templates.SingleAsync(Stop)).Name);
        using var removed = await site.Post(at, at + "/remove");
        Assert.Equal($"/people/{grace}", removed.Headers.Location!.ToString().Split('?')[0]);
        using var returned = await site.TakeBack(removed);
        Assert.Equal("Dear Grace, how is it with you?", Assert.Single(await house.Again().AllDrafts(Stop)).It.Text);
    }

    [Theory, OnBoth]
    public async Task From_a_server_that_can_send_mail_it_goes_out_in_the_owners_name_and_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = new SmtpDesk();
        var settings = house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" };
        var (grace, nameless) = (await house.Know("Grace \r\nBcc: all@example.org Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Alan Turing"));
        var store = house.Store;
        async Task<Guid> Written(Guid to) => (await store.WordDraft((await store.BeginDraft(new() { PersonId = to }, house.Today, house.Clock, Stop)).Id, new("Hello", "Dear Grace, how are you?"), Stop)).Id;
        var (draft, unsent) = (await Written(grace), await Written(nameless));

        await Assert.ThrowsAsync<Conflict>(() => store.SendDraft(draft, house.Settings, house.Today, house.Clock, Stop));
        var nowhere = await Assert.ThrowsAsync<Mistaken>(() => store.SendDraft(unsent, settings, house.Today, house.Clock, Stop));
        house.Again();
        await house.Store.SendDraft(draft, settings, house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SendDraft(draft, settings, house.Today, house.Clock, Stop));
        await using (var scope = house.Services.CreateAsyncScope())
            for (var round = 0; round < 2; round++) await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);

        Assert.Equal("to", nowhere.Problems.Single().Field);
        var mail = Assert.Single(desk.Mails);
        Assert.All(["Subject: Hello", "Reply-To: \"Ada Lovelace\" <ada@example.org>", "From: \"Ada Lovelace\" <post@mainstay.example>", "how are you?"], part => Assert.Contains(part, mail, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\r\nBcc:", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(house.Today, (await house.Again().DraftOf(draft, Stop)).It.SentOn);
        Assert.Null((await house.Store.DraftOf(unsent, Stop)).It.SentOn);
        Assert.NotEqual(0, (await house.Type("draft", "send", unsent.ToString("N")[^6..])).Code);
    }

    [Theory, OnBoth]
    public async Task What_did_not_come_through_is_said_on_Today_and_wherever_the_message_stands(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        using var desk = new SmtpDesk { Answers = { ["RCPT"] = "550 5.1.1 nobody of this name" } };
        var settings = house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" };
        var mary = await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@example.org" }, house.Today, house.Clock, Stop);
        var draft = await house.Store.WordDraft((await house.Store.BeginDraft(new() { CandidateId = mary.Id }, house.Today, house.Clock, Stop)).Id, new("Hello", "Dear Mary, how are you?"), Stop);
        await house.Store.SendDraft(draft.Id, settings, house.Today, house.Clock, Stop);
        await using (var scope = house.Services.CreateAsyncScope()) await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);
        await using var site = await TestSite.Open(house);

        var card = Assert.Single(await new InVainCard().Worth(house.Again(), house.Today, Stop));
        var (page, list) = (await site.Page($"/candidates/{mary.Id}"), (await house.Type("draft")).Fine().Out);
        var told = (await site.Ask($"/api/drafts/{draft.Id}")).Fine();
        var message = await site.Page($"/drafts/{draft.Id}");
        house.Clock.MoveTo(new(2026, 5, 20));

        Assert.All(new[] { message, page, list, told["trouble"].GetString()! }, text =>
        {
            Assert.Contains("The mail server refused it: 550", text, StringComparison.Ordinal);
            Assert.DoesNotContain("may not have come through", text, StringComparison.Ordinal);
            Assert.DoesNotContain("sent on", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(("Your message to Mary Jackson may not have come through.", $"/drafts/{draft.Id}"), (card.Sentence.InWords(), card.ActionHref));
        Assert.All(new[] { card.Reasons.Single().InWords(), page, list, told["trouble"].GetString()! }, text => Assert.Contains("nobody of this name", text, StringComparison.Ordinal));
        Assert.Empty(await new InVainCard().Worth(house.Again(), house.Today, Stop));
        Assert.Empty(await new InVainCard().Worth(await house.Bob(), new(2026, 5, 1), Stop));
    }

    [Theory, OnBoth]
    public async Task From_the_command_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Store.AddCandidate(new() { Name = "Mary Jackson", Topic = "wind" }, house.Today, house.Clock, Stop);

        var draft = (await house.Type("draft", "Mary", "Jackson", "--template", "a first word", "--json")).Fine().Json;
        var text = (await house.Type("draft", "Grace")).Fine().Out;
        var added = (await house.Type("draft", "templates", "add", "Mine", "--text", "Hello {first name}", "--subject", "Hi")).Fine().Out;
        var mine = (await house.Type("draft", "Grace", "--template", "mine")).Fine().Out;
        var list = (await house.Type("draft")).Fine().Out;
        var id = list.Split('\n').Single(l => l.Contains("Hi", StringComparison.Ordinal)).Split(' ')[0];
        var sent = (await house.Type("draft", "sent", id)).Fine().Out;
        var templates = (await house.Type("draft", "templates")).Fine().Out;
        var stays = await house.Type("draft", "templates", "remove", "Thanks");
        (await house.Type("draft", "templates", "remove", "Mine")).Fine();

        var edited = (await house.Type("draft", "edit", draft.GetProperty("id").GetString()![^6..], "--text", "Dear Mary, in my own words.", "--json")).Fine().Json;
        var removed = (await house.Type("draft", "remove", draft.GetProperty("id").GetString()![^6..], "--json")).Fine().Json.GetProperty("change").GetString()!;
        (await house.Type("undo", removed)).Fine();
        (await house.Type("draft", "templates", "add", "Yours", "--text", "Hello")).Fine();
        (await house.Type("draft", "templates", "edit", "Yours", "--text", "Hello {first name}!", "--name", "Ours")).Fine();

        Assert.Equal(("Dear Mary, in my own words.", "A question about wind", 0), (edited.GetProperty("text").GetString(), edited.GetProperty("subject").GetString(), edited.GetProperty("gaps").GetArrayLength()));
        Assert.Contains("in my own words", (await house.Type("draft", "edit", draft.GetProperty("id").GetString()![^6..])).Fine().Out, StringComparison.Ordinal);
        Assert.Contains("Hello Grace!", (await house.Type("draft", "Grace", "--template", "Ours")).Fine().Out, StringComparison.Ordinal);
        Assert.NotEqual(0, (await house.Type("draft", "templates", "edit", "Thanks", "--text", "x")).Code);
        Assert.Equal("A question about wind", draft.GetProperty("subject").GetString());
        Assert.Contains("{organization}", draft.GetProperty("gaps").EnumerateArray().Select(g => g.GetString()));
        Assert.StartsWith("Dear Grace,", text, StringComparison.Ordinal);
        Assert.Contains("Kept: Mine.", added, StringComparison.Ordinal);
        Assert.Contains("Hello Grace", mine, StringComparison.Ordinal);
        Assert.Contains("Noted as sent.", sent, StringComparison.Ordinal);
        Assert.Contains("reconnect", templates, StringComparison.Ordinal);
        Assert.NotEqual(0, stays.Code);
        Assert.NotEqual(0, (await house.Type("draft", "Nobody")).Code);
        Assert.NotEqual(0, (await house.Type("draft", "sent", "ffffff")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_and_bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var template = (await site.Hand("/api/templates", new { name = "Mine", subject = "Hi {first name}", text = "On {topic}" })).Is(HttpStatusCode.Created);
        var made = (await site.Hand("/api/drafts", new { personId = grace, template = template["id"].GetString() })).Is(HttpStatusCode.Created);
        var at = "/api/drafts/" + made["id"].GetString();
        var early = await site.Patch(at, new { sent = true });
        var sent = (await site.Patch(at, new { text = "On compilers", sent = true })).Fine();
        await using var bob = await site.As(await house.BobsAccount());
        var read = await bob.Ask(at);
        var his = (await bob.Ask("/api/templates")).Fine();
        var drafts = (await bob.Ask("/api/drafts")).Fine();
        using var page = await bob.Browser.GetAsync($"/drafts/new?person={grace}", Stop);

        Assert.Equal(("Hi Grace", "{topic}"), (made["subject"].GetString(), made["gaps"][0].GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Equal(("On compilers", "2026-05-01"), (sent["text"].GetString(), sent["sentOn"].GetString()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.Status, page.StatusCode));
        Assert.DoesNotContain(his["items"].EnumerateArray(), t => t.GetProperty("own").GetBoolean());
        Assert.Empty(drafts["items"].EnumerateArray());
    }
}
