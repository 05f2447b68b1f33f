using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>The options with which a command says what is asked.</summary>
internal sealed class AskOptionsCli(Shell shell)
{
    private readonly Option<string?> what = new("--what") { Description = "Exchange.HelpAskWhat", HelpName = "TEXT" };
    private readonly Option<string?> howLong = new("--how-long") { Description = "Exchange.HelpAskHowLong", HelpName = "TEXT" };
    private readonly Option<string?> by = new("--by") { Description = "Exchange.HelpAskBy", HelpName = "DATE" };
    private readonly Option<string?> inReturn = new("--in-return") { Description = "Exchange.HelpAskInReturn", HelpName = "TEXT" };
    private readonly Option<string?> weight = new Option<string?>("--weight") { Description = "Exchange.HelpWeight", HelpName = "WEIGHT" }.AcceptOnly<Weight>();
    private readonly Option<string?> need = new("--need") { Description = "Exchange.HelpAskNeed", HelpName = "TOPIC" };
    private readonly Option<bool> first = new("--first") { Description = "Exchange.HelpAskFirst" };
    private readonly Option<string?> scope = new("--scope") { Description = "Exchange.HelpAskScope", HelpName = "TEXT" };
    private readonly Option<string?> until = new("--until") { Description = "Exchange.HelpAskUntil", HelpName = "DATE" };
    private readonly Option<string?> message = new("--message") { Description = "Exchange.HelpAskMessage", HelpName = "TEXT" };
    private readonly Option<bool> confidential = new("--confidential") { Description = "Exchange.HelpAskConfidential" };
    private readonly Option<string[]> then = WhoOption(shell);
    private readonly Option<string?> after = new("--after") { Description = "Exchange.HelpAskAfter", HelpName = "ID" };

    public void On(Command command)
    {
        foreach (var option in (Option[])[what, howLong, by, inReturn, weight, need, first, scope, until, message, confidential, then, after]) command.Add(option);
    }

    public async Task<NewAsk> Read(Desk desk, Guid person, CancellationToken stop)
    {
        var typed = desk.Parsed;
        if (typed.GetValue(what) is not { } text) throw new Mistaken(new Problems().When(true, "what", "Exchange.WhatMissing"));
        var next = new List<Guid>();
        foreach (var name in typed.GetValue(then) ?? []) next.Add((await desk.Store.FindPerson(name, stop)).Id);
        return new()
        {
            PersonId = person,
            What = text,
            HowLong = typed.GetValue(howLong),
            AnswerBy = Days.OrNone(typed.GetValue(by), desk.Today),
            InReturn = typed.GetValue(inReturn),
            Weight = typed.GetValue(weight) is { } heavy ? Enum.Parse<Weight>(heavy, true) : Weight.Normal,
            NeedId = typed.GetValue(need) is { } topic ? (await desk.Store.FindNeed(topic, stop)).Id : null,
            IsFirst = typed.GetValue(first),
            Scope = typed.GetValue(scope),
            Until = Days.OrNone(typed.GetValue(until), desk.Today),
            Message = typed.GetValue(message),
            IsConfidential = typed.GetValue(confidential),
            Then = next,
            After = typed.GetValue(after) is { } before ? (await desk.Store.AskEndingWith(before, stop)).Ask.Id : null,
        };
    }

    private static Option<string[]> WhoOption(Shell shell)
    {
        var names = new Option<string[]>("--then") { Description = "Exchange.HelpAskThen", HelpName = "NAME" };
        names.CompletionSources.Add(typing => [.. shell.Peek(typing.ParseResult, async store => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(System.Linq.Queryable.Select(store.People, p => p.Name))).Select(n => new System.CommandLine.Completions.CompletionItem(n))]);
        return names;
    }
}
