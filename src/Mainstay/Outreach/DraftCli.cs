using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Outreach;

/// <summary><c>mainstay draft NAME</c>: a message to a person or a candidate, to be sent by hand.</summary>
internal static class DraftCli
{
    public static Command Command(Shell shell)
    {
        var who = Shell.Words("NAME", "Outreach.HelpDraftWho", ArgumentArity.ZeroOrMore);
        var template = new Option<string?>("--template") { Description = "Outreach.HelpTemplate", HelpName = "NAME" };
        var draft = new Command("draft", "Outreach.HelpDraft") { who, template, Edit(shell), Send(shell), Sent(shell), Remove(shell), Templates(shell) };
        draft.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (WhoCli.Name(typed, who) is not { Length: > 0 } name) return await ListAll(desk, stop);
            var to = await desk.Store.FindAddressee(name, stop);
            var words = typed.GetValue(template) is { } wanted ? await desk.Store.FindOpening(wanted, stop) : null;
            var made = await desk.Store.BeginDraft(new() { CandidateId = to.Candidate?.Id, PersonId = to.PersonId, Template = words?.Id }, desk.Today, desk.Clock, stop);
            var answer = DraftAnswer.Of(await desk.Store.DraftOf(made.Id, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(answer);
            else Print(desk, answer, made.Ending(), to.Apart);
            return Shell.Fine;
        }, stop));
        return draft;
    }

    private static void Print(Desk desk, DraftAnswer draft, string id, string? apart = null)
    {
        desk.Paper.Aside(Speech.Say("Outreach.To", apart is null ? draft.To : $"{draft.To} ({apart})"));
        desk.Around.Out.WriteLine(draft.Subject.Length > 0 ? $"{draft.Subject}\n\n{draft.Text}" : draft.Text); // as it is: it is meant to be copied
        if (draft.Gaps.Count > 0) desk.Paper.Aside(Speech.Say("Outreach.NothingKnown", draft.Gaps));
        desk.Paper.Aside(Speech.Say("Outreach.DraftKept", id));
    }

    private static async Task<int> ListAll(Desk desk, CancellationToken stop)
    {
        var lines = await desk.Store.AllDrafts(stop);
        if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(DraftAnswer.Of));
        else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Outreach.NoDrafts"));
        else foreach (var line in lines) desk.Paper.Line($"{line.It.Ending()}  {Speech.Say(line.It.SentOn is null ? "Outreach.PrintDraft" : line.Trouble is null ? "Outreach.PrintSent" : "Outreach.PrintInVain", line.To, Texts.Filled(line.It.Subject) ?? Speech.Say("Outreach.NoSubject"), line.It.SentOn)}{(line.Trouble is { } trouble ? " " + trouble.InWords() : "")}");
        return Shell.Fine;
    }

    private static Command Edit(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Outreach.HelpDraftId" };
        var text = new Option<string?>("--text") { Description = "Outreach.HelpDraftText", HelpName = "TEXT" };
        var subject = new Option<string?>("--subject") { Description = "Outreach.HelpDraftSubject", HelpName = "TEXT" };
        var edit = new Command("edit", "Outreach.HelpDraftEdit") { id, text, subject };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = (await desk.Store.AllDrafts(stop)).EndingWith(l => l.It, typed.GetValue(id)!).It;
            if (typed.GetValue(text) is not null || typed.GetValue(subject) is not null) await desk.Store.WordDraft(it.Id, new(typed.GetValue(subject) ?? it.Subject, typed.GetValue(text) ?? it.Text), stop);
            var answer = DraftAnswer.Of(await desk.Store.DraftOf(it.Id, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(answer);
            else Print(desk, answer, it.Ending());
            return Shell.Fine;
        }, stop));
        return edit;
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Outreach.HelpDraftId" };
        var remove = new Command("remove", "Outreach.HelpDraftRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = (await desk.Store.AllDrafts(stop)).EndingWith(l => l.It, typed.GetValue(id)!).It;
            return ChangesCli.Gone(desk, it.Id, await desk.Store.RemoveDraft(it.Id, desk.Clock, stop), "Outreach.SaidMessageRemoved");
        }, stop));
        return remove;
    }

    private static Command Send(Shell shell) => Turn(shell, "send", "Outreach.HelpDraftSend", "Mail.SaidOnItsWay", (desk, id, stop) => desk.Store.SendDraft(id, desk.Settings, desk.Today, desk.Clock, stop));

    private static Command Sent(Shell shell) => Turn(shell, "sent", "Outreach.HelpDraftSent", "Outreach.SaidSent", (desk, id, stop) => desk.Store.SayDraftSent(id, desk.Today, desk.Clock, stop));

    private static Command Turn(Shell shell, string verb, string about, string said, Func<Desk, Guid, CancellationToken, Task> act)
    {
        var id = new Argument<string>("ID") { Description = "Outreach.HelpDraftId" };
        var command = new Command(verb, about) { id };
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = (await desk.Store.AllDrafts(stop)).EndingWith(l => l.It, typed.GetValue(id)!);
            await act(desk, line.It.Id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(DraftAnswer.Of(await desk.Store.DraftOf(line.It.Id, stop)));
            else desk.Paper.Line(Speech.Say(said));
            return Shell.Fine;
        }, stop));
        return command;
    }

    private static Command Templates(Shell shell)
    {
        var templates = new Command("templates", "Outreach.HelpTemplates") { AddTemplate(shell), EditTemplate(shell), RemoveTemplate(shell) };
        templates.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.Openings(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(TemplateAnswer.Of));
            else foreach (var words in all) desk.Paper.Line(words.Own is null ? Speech.Say("Outreach.PrintFromTheStart", words.Name, words.Id) : words.Name);
            return Shell.Fine;
        }, stop));
        return templates;
    }

    private static Command AddTemplate(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Outreach.HelpTemplateName" };
        var text = new Option<string>("--text") { Description = "Outreach.HelpTemplateText", HelpName = "TEXT", Required = true };
        var subject = new Option<string?>("--subject") { Description = "Outreach.HelpTemplateSubject", HelpName = "TEXT" };
        var add = new Command("add", "Outreach.HelpTemplateAdd") { name, text, subject };
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var made = await desk.Store.AddTemplate(new(typed.GetValue(name)!, typed.GetValue(subject) ?? "", typed.GetValue(text)!), desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TemplateAnswer.Of(await desk.Store.FindOpening(made.Id.ToString(), stop)));
            else desk.Paper.Line(Speech.Say("Outreach.TemplateAdded", made.Name));
            return Shell.Fine;
        }, stop));
        return add;
    }

    private static Command EditTemplate(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Outreach.HelpTemplateName" };
        var text = new Option<string?>("--text") { Description = "Outreach.HelpTemplateText", HelpName = "TEXT" };
        var subject = new Option<string?>("--subject") { Description = "Outreach.HelpTemplateSubject", HelpName = "TEXT" };
        var renamed = new Option<string?>("--name") { Description = "Outreach.HelpTemplateRenamed", HelpName = "NAME" };
        var edit = new Command("edit", "Outreach.HelpTemplateEdit") { name, text, subject, renamed };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var words = await desk.Store.FindOpening(typed.GetValue(name)!, stop);
            if (words.Own is not { } own) throw new Conflict("Outreach.StaysThere", words.Name);
            var now = await desk.Store.ChangeTemplate(own, new(typed.GetValue(renamed) ?? words.Name, typed.GetValue(subject) ?? words.Subject, typed.GetValue(text) ?? words.Text), stop);
            if (desk.Paper.AsJson) desk.Paper.Write(TemplateAnswer.Of(await desk.Store.FindOpening(own.ToString(), stop)));
            else desk.Paper.Line(Speech.Say("Outreach.TemplateAdded", now.Name));
            return Shell.Fine;
        }, stop));
        return edit;
    }

    private static Command RemoveTemplate(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "Outreach.HelpTemplateName" };
        var remove = new Command("remove", "Outreach.HelpTemplateRemove") { name };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var words = await desk.Store.FindOpening(typed.GetValue(name)!, stop);
            if (words.Own is not { } own) throw new Conflict("Outreach.StaysThere", words.Name);
            return ChangesCli.Gone(desk, own, await desk.Store.RemoveTemplate(own, desk.Clock, stop), "Outreach.SaidTemplateRemoved");
        }, stop));
        return remove;
    }
}
