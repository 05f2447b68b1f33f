using Mainstay.Mcp;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>Drafting an ask, for assistants. It is sent by the owner, or not at all.</summary>
internal static class AskTools
{
    public static Tool Draft => new("draft_ask", "Exchange.ToolDraft", Write)
    {
        Writes = true,
        Inputs =
        [
            new("person", InputKind.Text, "People.ToolWho") { IsRequired = true },
            new("what", InputKind.Text, "Exchange.ToolWhat") { IsRequired = true },
            new("howLong", InputKind.Text, "Exchange.ToolHowLong"),
            new("answerBy", InputKind.Day, "Exchange.ToolAnswerBy"),
            new("inReturn", InputKind.Text, "Exchange.ToolInReturn"),
            new("weight", InputKind.Text, "Exchange.ToolWeight") { OneOf = ToolCall.Names<Weight>() },
            new("need", InputKind.Text, "Exchange.ToolNeed"),
        ],
    };

    private static async Task<object> Write(ToolCall call)
    {
        var person = await call.Store.FindPerson(call.Needed("person"), call.Stop);
        var ask = await call.Store.AddAsk(new()
        {
            PersonId = person.Id,
            What = call.Needed("what"),
            HowLong = call.Text("howLong"),
            AnswerBy = call.Day("answerBy"),
            InReturn = call.Text("inReturn"),
            Weight = call.OneOf<Weight>("weight") ?? Weight.Normal,
            NeedId = call.Text("need") is { } topic ? (await call.Store.FindNeed(topic, call.Stop)).Id : null,
        }, call.Today, call.Clock, call.Stop);
        var line = await call.Store.AskOf(ask.Id, call.Stop);
        return new { ask.Id, Person = line.Name, Text = await AskPage.Draft(call.Store, line, call.Stop), Sentence = AskWords.State(line.Ask, line.Name, call.Today).InWords(), Page = $"/asks/{ask.Id}" };
    }
}
