using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>What the one who is asked sees behind the link: the ask, four answers, and nothing else.</summary>
public sealed partial class AnswerPage
{
    /// <summary>Hangs it behind the links of asks.</summary>
    internal sealed class Hook(IEnumerable<IAskPlace> places) : ILinkPurpose
    {
        public string Purpose => AskActions.Purpose;

        public async Task<bool> IsOfHardTimes(Store store, Guid subject, CancellationToken stop) =>
            await store.Asks.Where(a => a.Id == subject).Select(a => (Guid?)a.ThreadId).FirstOrDefaultAsync(stop) is { } thread && await places.HelpWith(store, thread, stop) is not null;

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            try
            {
                var reply = Read(form);
                await call.Store.AnswerByLink(call.Opened.Link, reply, call.Today, call.Clock, stop);
                return ByLink.Thanks($"Exchange.SaidThanks{reply.Answer}", await IsOfHardTimes(call.Store, call.Opened.Link.SubjectId, stop));
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, new("f", form, mistaken.Problems), stop);
            }
        }

        private async Task<IResult> Page(LinkCall call, Typed? typed, CancellationToken stop)
        {
            var ask = await call.Store.Asks.AsNoTracking().FirstOrDefaultAsync(a => a.Id == call.Opened.Link.SubjectId, stop) ?? throw new NotFound("Accounts.NoSuchLink");
            return Answers.Page<AnswerPage>(new { Ask = ask, IsOfHardTimes = await IsOfHardTimes(call.Store, ask.Id, stop), call.Opened.From, call.Action, Typed = typed }, typed);
        }

        private static AskReply Read(IFormCollection form)
        {
            AskReplyKind answer = form["answer"].ToString() switch { "yes" => AskReplyKind.Yes, "more" => AskReplyKind.More, "notnow" => AskReplyKind.NotNow, "no" => AskReplyKind.No, _ => (AskReplyKind)(-1) };
            return new(answer, form.Filled("note"), answer == AskReplyKind.NotNow ? form.Day("until") : null);
        }
    }
}
