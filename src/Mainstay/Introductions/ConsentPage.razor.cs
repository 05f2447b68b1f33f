using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>What somebody sees who is asked whether they want to meet: what matters, three answers, and nothing else. When everybody has said yes, how the other can be reached; two weeks later, what came of it.</summary>
public sealed partial class ConsentPage
{
    /// <summary>Hangs it behind the links of those who are to meet.</summary>
    internal class Hook(LinkTo to, Side side) : ILinkPurpose
    {
        public string Purpose => to.Purpose();

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            try
            {
                if (form["outcome"].Count > 0)
                {
                    await call.Store.OutcomeByLink(call.Opened.Link, side, Enum.TryParse<MeetingOutcome>(form["outcome"], out var outcome) ? outcome : (MeetingOutcome)(-1), call.Today, call.Clock, stop);
                    return ByLink.Thanks("Introductions.SaidOutcome");
                }
                var reply = IntroductionPage.Reply(form);
                var it = await call.Store.ConsentByLink(call.Opened.Link, side, reply, call.Today, call.Clock, stop);
                return reply.Consent == Consent.Yes && it.OpenedOn is not null ? await Page(call, null, stop) : ByLink.Thanks($"Introductions.SaidThanks{reply.Consent}");
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, new("f", form, mistaken.Problems), stop);
            }
        }

        private async Task<IResult> Page(LinkCall call, Typed? typed, CancellationToken stop)
        {
            var line = await call.Store.IntroductionOf(call.Opened.Link.SubjectId, stop);
            var asked = side == Side.First ? line.It.FirstId : line.It.SecondId;
            var known = line.It.IsMine && line.It.AnswerOf(side) is null ? (await call.Store.Reach(asked!.Value, stop)).Mail : null;
            return Answers.Page<ConsentPage>(new { Line = line, Side = side, call.Today, Owner = call.Opened.From, call.Action, Known = known, Typed = typed }, typed);
        }
    }
}
