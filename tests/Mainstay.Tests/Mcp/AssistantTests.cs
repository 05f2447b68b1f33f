using System.Text.Json;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Collaborations;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Introductions;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Accountability;
using Mainstay.Tests.Collaborations;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using static Mainstay.Tests.Needs.NeedsCast;
using MembershipsCast = Mainstay.Tests.Memberships.MembershipsCast;

namespace Mainstay.Tests.Mcp;

/// <summary>The real program, asked by a real client over the pipe.</summary>
public class AssistantTests
{
    private static readonly string[] Reading = ["circle_rounds", "circle_sessions", "circles", "collaborations", "commitments", "find_people", "gaps", "learnings", "paths_to", "person", "pulse_trend", "support_map", "tasks", "today", "upcoming", "which_gatherings", "who_can_help"], Writing = ["capture", "draft_ask", "draft_introduction", "note_check_in", "note_learning", "record_touch"];

    private static readonly string[] Grace = ["Grace"], GraceTwice = ["Grace", "Grace Hopper"], Kelly = ["Grace Kelly"];

    [Theory, OnBoth]
    public async Task Lists_what_only_reads_unless_told_otherwise(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using (var reader = await Talking.To(house))
        {
            var tools = await reader.Client.ListToolsAsync(cancellationToken: Stop);
            Assert.Equal(Reading, tools.Select(t => t.Name).Order());
            Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
            Assert.StartsWith("There is no tool “record_touch” here", await reader.Refused("record_touch", new() { ["people"] = Grace, ["kind"] = "call" }), StringComparison.Ordinal);
        }
        await using var writer = await Talking.To(house, "--write");

        var all = await writer.Client.ListToolsAsync(cancellationToken: Stop);

        Assert.Equal(Reading.Concat(Writing).Order(), all.Select(t => t.Name).Order());
        Assert.False(all.Single(t => t.Name == "record_touch").ProtocolTool.Annotations!.ReadOnlyHint);
        Assert.Contains("\"additionalProperties\":false", all.Single(t => t.Name == "person").JsonSchema.GetRawText().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Finds_and_reads_people_with_what_is_known_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        await house.Store.ChangePerson(grace, (await house.Store.DetailsOf(grace, Stop)) with { Notes = new string('x', 5_000) }, house.Clock, Stop);
        await house.Touch(house.Today.AddDays(-3), TouchKind.Call, await house.Know("Alan Turing"));
        await using var talking = await Talking.To(house);

        var found = await talking.Ask("find_people", new() { ["query"] = "pricin" });
        var read = await talking.Ask("person", new() { ["person"] = "Grace" });
        var touched = await talking.Ask("person", new() { ["person"] = "Alan" });

        var person = Assert.Single(found.GetProperty("people").EnumerateArray());
        Assert.Equal(grace, person.GetProperty("id").GetGuid());
        Assert.Equal("close", person.GetProperty("layer").GetString());
        Assert.Equal("pricing", person.GetProperty("found").GetProperty("text").GetString());
        Assert.Contains("mentor", read.GetProperty("beside").GetString(), StringComparison.Ordinal);
        Assert.Contains(read.GetProperty("letter").EnumerateArray(), s => s.GetString()!.StartsWith("No contact recorded", StringComparison.Ordinal));
        Assert.DoesNotContain(new string('x', 600), read.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("28 April 2026: Call", touched.GetRawText(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Tells_what_comes_in_the_next_days_and_nothing_of_another_network(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime); // the program has no other clock than this
        var (soon, later) = (today.AddDays(3), today.AddDays(8));
        var grace = await house.Know("Grace Hopper", p => p with { Dates = [new("birthday", null, later.Month, later.Day)] });
        await house.Store.AddGathering(new() { Name = "Pricing evening", On = soon, From = new(18, 0) }, house.Clock, Stop);
        await house.Store.AddGathering(new() { Name = "Far away", On = today.AddDays(40) }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Send the deck", PersonId = grace, DueOn = later }, house.Clock, Stop);
        await MembershipsCast.Join(house, "Guild of Founders", new(2025, 1, 1), d => d with { RenewsOn = later, RenewsItself = true });
        await MembershipsCast.Join(house, "Missed", new(2025, 1, 1), d => d with { RenewsOn = today.AddDays(-5) });
        await MembershipsCast.Join(house, "Not yet", new(2025, 1, 1), d => d with { RenewsOn = today.AddDays(60) });
        var bob = await house.Bob();
        await bob.AddGathering(new() { Name = "Bob's own", On = soon }, house.Clock, Stop);
        await using var talking = await Talking.To(house, "--space", house.Ada.SpaceId.ToString());

        var coming = await talking.Ask("upcoming");
        var near = await talking.Ask("upcoming", new() { ["days"] = 4 });

        Assert.Equal(["Pricing evening"], coming.GetProperty("gatherings").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        Assert.Equal(["Send the deck"], coming.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("text").GetString()));
        Assert.Equal([grace], coming.GetProperty("birthdays").EnumerateArray().Select(b => b.GetProperty("person").GetProperty("id").GetGuid()));
        Assert.Equal(["Missed", "Guild of Founders"], coming.GetProperty("renewals").EnumerateArray().Select(r => r.GetProperty("membership").GetProperty("name").GetString()));
        Assert.StartsWith("Was due for renewal on", coming.GetProperty("renewals")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 0, 0, 1), (near.GetProperty("gatherings").GetArrayLength(), near.GetProperty("tasks").GetArrayLength(), near.GetProperty("birthdays").GetArrayLength(), near.GetProperty("renewals").GetArrayLength()));
        Assert.Contains("from 1 to 90", await talking.Refused("upcoming", new() { ["days"] = 91 }), StringComparison.Ordinal);
        Assert.Empty((await bob.Upcoming(today, 14, Stop)).Renewals);
    }

    [Theory, OnBoth]
    public async Task Tells_what_is_done_together_with_organizations(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.WorkWith("Studio", "Workshops", d => d with { Stage = CollaborationStage.Running, Next = new("Send the draft") });
        await house.WorkWith("Studio", "A book", d => d with { Stage = CollaborationStage.Ended });
        await using var talking = await Talking.To(house);

        var (going, ended) = (await talking.Ask("collaborations"), await talking.Ask("collaborations", new() { ["stage"] = "ended" }));

        var one = Assert.Single(going.GetProperty("collaborations").EnumerateArray());
        Assert.Equal(("Workshops", "Next: Send the draft"), (one.GetProperty("name").GetString(), one.GetProperty("sentences")[0].GetString()));
        Assert.Equal("A book", Assert.Single(ended.GetProperty("collaborations").EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("letGo", await talking.Refused("collaborations", new() { ["stage"] = "nonsense" }), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Tells_what_was_promised_and_notes_how_a_week_went(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits(c => c with { Promise = new("Send the offer", house.Today.AddYears(4)) });
        await using var talking = await Talking.To(house, "--write");

        var said = await talking.Ask("note_check_in", new() { ["answer"] = "partly", ["commitment"] = id.ToString(), ["sentence"] = "Two are out", ["for"] = "2026-05-08" });
        var told = await talking.Ask("commitments");

        Assert.Equal(("Two are out", Went.Partly), (await house.Line(id)).Course.CheckIns.Single() is var now ? (now.Sentence, now.Answer) : default);
        Assert.Equal(JsonValueKind.String, said.GetProperty("change").ValueKind);
        Assert.Equal("Send the offer", Assert.Single(told.GetProperty("commitments").EnumerateArray()).GetProperty("outcome").GetString());
        Assert.Contains("partly", await talking.Refused("note_check_in", new() { ["answer"] = "nonsense" }), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Tells_of_today_and_of_the_support_map_with_reasons(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["tax law"] });
        var (pricing, _) = (await house.Need(SupportKind.Guidance, "Pricing"), await house.Need(SupportKind.Knowledge, "Tax law"));
        await house.Store.SaySupport(pricing, grace, Ability.Excellent, house.Today, Stop);
        await using var talking = await Talking.To(house);

        var (today, map, gaps) = (await talking.Ask("today"), await talking.Ask("support_map"), await talking.Ask("gaps"));

        Assert.NotEmpty(today.GetProperty("on").GetString()!);
        var covered = map.GetProperty("needs").EnumerateArray().Single(n => n.GetProperty("topic").GetString() == "Pricing").GetProperty("supporters")[0];
        Assert.Equal(grace, covered.GetProperty("id").GetGuid());
        Assert.NotEqual(0, covered.GetProperty("reasons").GetArrayLength());
        Assert.Contains("Alan Turing could", gaps.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(alan, gaps.GetProperty("candidates")[0].GetProperty("who")[0].GetProperty("id").GetGuid());
    }

    [Theory, OnBoth]
    public async Task Says_who_can_help_and_drafts_an_ask_that_nobody_gets(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        await house.Need(SupportKind.Guidance, "Pricing");
        await using var talking = await Talking.To(house, "--write");

        var who = (await talking.Ask("who_can_help", new() { ["question"] = "Who knows about prices?", ["need"] = "Pricing" })).GetProperty("people")[0];
        var draft = await talking.Ask("draft_ask", new() { ["person"] = "Grace", ["what"] = "Would you look at my price list?", ["howLong"] = "20", ["need"] = "Pricing" });

        Assert.Equal(grace, who.GetProperty("id").GetGuid());
        Assert.Equal("pricing", who.GetProperty("evidence")[0].GetProperty("text").GetString());
        Assert.NotEqual(0, who.GetProperty("reasons").GetArrayLength());
        Assert.Contains("Would you look at my price list?", draft.GetProperty("text").GetString(), StringComparison.Ordinal);
        var ask = await house.Again().Asks.SingleAsync(Stop);
        Assert.Equal((draft.GetProperty("id").GetGuid(), grace, AskState.Drafted), (ask.Id, ask.PersonId, ask.State));
        await talking.Refused("who_can_help", []);
        await talking.Refused("draft_ask", new() { ["person"] = "Grace", ["what"] = "Another", ["answerBy"] = "2020-01-01" });
        Assert.Equal(1, await house.Again().Asks.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Says_who_could_introduce(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["pricing"] });
        await house.Store.SayKnow(new() { PersonId = grace, Others = [alan] }, house.Today, Stop);
        await house.Need(SupportKind.Guidance, "Pricing");
        await using var talking = await Talking.To(house);

        foreach (var asked in (Dictionary<string, object?>[])[new() { ["to"] = "Alan" }, new() { ["topic"] = "pricing" }, new() { ["need"] = "Pricing" }])
        {
            var target = Assert.Single((await talking.Ask("paths_to", asked)).GetProperty("targets").EnumerateArray());
            Assert.Equal(alan, target.GetProperty("id").GetGuid());
            Assert.Equal("Grace Hopper", target.GetProperty("paths")[0].GetProperty("steps")[0].GetProperty("to").GetString());
        }
        Assert.Contains("Say to whom", await talking.Refused("paths_to", []), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Drafts_an_introduction_that_nobody_gets(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var talking = await Talking.To(house, "--write");

        var line = await talking.Ask("capture", new() { ["line"] = "called Grace on 30 April 2026", ["dryRun"] = true });
        Assert.Equal(("call", "2026-04-30"), (line.GetProperty("touches")[0].GetProperty("kind").GetString(), line.GetProperty("touches")[0].GetProperty("on").GetString()));
        Assert.False(line.TryGetProperty("change", out var change) && change.ValueKind != JsonValueKind.Null);
        Assert.Equal(JsonValueKind.String, (await talking.Ask("capture", new() { ["line"] = "called Grace on 30 April 2026" })).GetProperty("change").ValueKind);
        var learning = (await talking.Ask("capture", new() { ["line"] = "learned from Grace: ask first #selling" })).GetProperty("learnings")[0];
        Assert.Equal(("ask first", "selling", grace), (learning.GetProperty("text").GetString(), learning.GetProperty("topic").GetString(), learning.GetProperty("person").GetProperty("id").GetGuid()));
        Assert.Equal(grace, (await house.Again().Learnings.SingleAsync(Stop)).PersonId);
        await house.Store.Promise(new() { Text = "Send the deck", PersonId = grace, DueOn = new(2026, 5, 8) }, house.Clock, Stop);
        Assert.Equal("Send the deck", Assert.Single((await talking.Ask("tasks", new() { ["person"] = "Grace" })).GetProperty("tasks").EnumerateArray()).GetProperty("task").GetProperty("text").GetString());
        Assert.Empty((await talking.Ask("tasks", new() { ["person"] = "Alan" })).GetProperty("tasks").EnumerateArray());
        var draft = await talking.Ask("draft_introduction", new() { ["to"] = "Alan", ["through"] = "Grace", ["purpose"] = "How he hires.", ["blind"] = true });
        Assert.Contains("through", await talking.Refused("draft_introduction", new() { ["to"] = "Alan", ["purpose"] = "How he hires." }), StringComparison.Ordinal);

        var it = await house.Again().Introductions.SingleAsync(Stop);
        Assert.Equal((grace, alan, true, (DateOnly?)null), (it.ConnectorId, it.SecondId, it.IsBlind, it.SentOn));
        Assert.Contains("would you introduce me to Alan Turing?", draft.GetProperty("texts")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Says_before_an_introduction_that_somebody_was_asked_a_lot(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime); // the program has no other clock than this
        var grace = await house.Know("Grace Hopper");
        await house.Know("Alan Turing");
        await house.Know("Mary Jackson");
        foreach (var name in new[] { "Katherine Johnson", "Dorothy Vaughan" })
        {
            var asked = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = await house.Know(name), Purpose = "How they work." }, today, TimeProvider.System, Stop);
            await house.Again().SendIntroduction(asked.Id, today, TimeProvider.System, Stop);
        }
        await using var talking = await Talking.To(house, "--write");

        var draft = await talking.Ask("draft_introduction", new() { ["to"] = "Alan", ["through"] = "Grace", ["purpose"] = "How he hires." });
        var other = await talking.Ask("draft_introduction", new() { ["to"] = "Alan", ["with"] = "Mary", ["purpose"] = "Both hire." });

        var hints = draft.GetProperty("hints").EnumerateArray().Select(h => h.GetString()!).ToList();
        Assert.StartsWith("You have asked Grace Hopper a lot of late.", hints[0], StringComparison.Ordinal);
        Assert.Contains("2 times it was for an introduction.", hints);
        Assert.Empty(other.GetProperty("hints").EnumerateArray());
    }

    [Theory, OnBoth]
    public async Task Notes_a_touch_when_it_may(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var talking = await Talking.To(house, "--write");

        var said = await talking.Ask("record_touch", new() { ["people"] = GraceTwice, ["kind"] = "call", ["on"] = "2026-04-01", ["note"] = "Pricing", ["minutes"] = 20 });

        var store = house.Again();
        var touch = await store.Touches.SingleAsync(Stop);
        Assert.Equal((said.GetProperty("touch").GetGuid(), new DateOnly(2026, 4, 1), TouchKind.Call, "Pricing", 20), (touch.Id, touch.On, touch.Kind, touch.Note, touch.Minutes));
        Assert.Equal(grace, (await store.TouchPeople.SingleAsync(Stop)).PersonId);
        Assert.Contains("Grace Hopper", said.GetProperty("said")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_mistake_is_a_sentence_and_nothing_is_noted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        await using var talking = await Talking.To(house, "--write");

        Assert.Contains("Nobody here answers to “Bob”", await talking.Refused("person", new() { ["person"] = "Bob" }), StringComparison.Ordinal);
        Assert.Contains("Grace Kelly", await talking.Refused("person", new() { ["person"] = "Grace" }), StringComparison.Ordinal);
        Assert.Equal("“person” is needed.", await talking.Refused("person", []));
        Assert.Equal("“name” is not known here. Known are: person.", await talking.Refused("person", new() { ["name"] = "Grace" }));
        Assert.Equal("“limit” is a whole number from 1 to 20.", await talking.Refused("find_people", new() { ["query"] = "x", ["limit"] = 21 }));
        Assert.Equal("“query” is a text.", await talking.Refused("find_people", new() { ["query"] = 7 }));
        Assert.Equal("“query” may have up to 20,000 letters.", await talking.Refused("find_people", new() { ["query"] = new string('x', 20_001) }));
        Assert.StartsWith("“kind” is one of: meeting, video", await talking.Refused("record_touch", new() { ["people"] = Kelly, ["kind"] = "telegram" }), StringComparison.Ordinal);
        Assert.Equal("Say with whom.", await talking.Refused("record_touch", new() { ["people"] = Array.Empty<string>(), ["kind"] = "call" }));
        Assert.NotEmpty(await talking.Refused("record_touch", new() { ["people"] = Kelly, ["kind"] = "call", ["on"] = "2999-01-01" }));
        Assert.NotEmpty(await talking.Refused("today", new() { ["on"] = "someday" }));
        Assert.Equal(0, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var his = (await bob.AddPerson(new() { Name = "Bob's friend", Topics = ["tax law"] }, house.Clock, Stop)).Id;
        await using var talking = await Talking.To(house, "--write", "--space", house.Ada.SpaceId.ToString());

        Assert.Equal(0, (await talking.Ask("find_people", new() { ["query"] = "tax law" })).GetProperty("total").GetInt32());
        await talking.Refused("person", new() { ["person"] = his.ToString() });
        await talking.Refused("record_touch", new() { ["people"] = new[] { his.ToString() }, ["kind"] = "call" });
    }

    [Fact]
    public async Task Speaks_the_language_of_the_network_and_writes_nothing_but_the_protocol()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.Spaces.ExecuteUpdateAsync(s => s.SetProperty(x => x.Locale, "de"), Stop);
        await using (var talking = await Talking.To(house))
        {
            Assert.StartsWith("Findet Menschen", (await talking.Client.ListToolsAsync(cancellationToken: Stop)).Single(t => t.Name == "find_people").Description, StringComparison.Ordinal);
            Assert.Equal("„person“ wird gebraucht.", await talking.Refused("person", []));
        }

        var asked = (await house.Pipe("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""" + "\n", "mcp")).Fine();

        Assert.All(asked.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
        Assert.Empty(asked.Error);
    }

    [Fact]
    public async Task Of_what_is_confidential_Today_says_nothing_to_an_assistant()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        foreach (var (name, isConfidential) in new[] { ("Grace Hopper", true), ("Alan Turing", false) })
        {
            var ask = await house.Again().AddAsk(new() { PersonId = (await house.Again().AddPerson(new() { Name = name }, house.Clock, Stop)).Id, What = "Would you listen?", IsConfidential = isConfidential }, house.Today, house.Clock, Stop);
            await house.Again().SayAnswer(ask.Id, new(AskReplyKind.More), house.Today, house.Clock, Stop);
        }
        await using var talking = await Talking.To(house);

        var today = (await talking.Ask("today", new() { ["on"] = "2026-05-01" })).ToString();

        Assert.Contains("Alan Turing", today, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", today, StringComparison.Ordinal);
    }

    /// <summary>A client that talks to the program, and the program.</summary>
    private sealed class Talking(McpClient client) : IAsyncDisposable
    {
        /// <summary>A program that begins slowly, on a machine with much to do, is not taken for one that speaks an older protocol.</summary>
        private static readonly McpClientOptions Patient = new() { DiscoverProbeTimeout = TimeSpan.FromMinutes(1), InitializationTimeout = TimeSpan.FromMinutes(2) };

        public McpClient Client => client;

        public static async Task<Talking> To(TestHouse house, params string[] options)
        {
            var program = new StdioClientTransport(new()
            {
                Name = "mainstay",
                Command = "dotnet",
                Arguments = [Path.Combine(AppContext.BaseDirectory, "mainstay.dll"), "mcp", .. options],
                EnvironmentVariables = new Dictionary<string, string?> { ["MAINSTAY_DATA"] = house.Settings.Data, ["MAINSTAY_DATABASE"] = house.Settings.Database },
            });
            return new(await McpClient.CreateAsync(program, Patient, cancellationToken: Stop));
        }

        public async Task<JsonElement> Ask(string tool, Dictionary<string, object?>? given = null)
        {
            var answer = await client.CallToolAsync(tool, given, cancellationToken: Stop);
            Assert.True(answer.IsError is not true, Text(answer));
            return JsonDocument.Parse(Text(answer)).RootElement;
        }

        public async Task<string> Refused(string tool, Dictionary<string, object?> given)
        {
            var answer = await client.CallToolAsync(tool, given, cancellationToken: Stop);
            Assert.True(answer.IsError, Text(answer));
            return Text(answer);
        }

        public ValueTask DisposeAsync() => client.DisposeAsync();

        private static string Text(CallToolResult answer) => Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
    }
}
