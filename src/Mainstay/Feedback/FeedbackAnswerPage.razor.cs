using Mainstay.Entrance;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Feedback;

/// <summary>What somebody who is asked sees behind the link: the questions, who will read the answer, and nothing else.</summary>
public sealed partial class FeedbackAnswerPage
{
    /// <summary>Hangs it behind the links of invites.</summary>
    internal sealed class Hook : ILinkPurpose
    {
        public string Purpose => FeedbackActions.Purpose;

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            if (form["answer"] == "decline")
            {
                await call.Store.DeclineByLink(call.Opened.Link, call.Today, call.Clock, stop);
                return ByLink.Thanks("Feedback.SaidDeclined");
            }
            try
            {
                await call.Store.ReplyByLink(call.Opened.Link, Read(form), call.Today, call.Clock, stop);
                return ByLink.Thanks("Feedback.SaidReplied");
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, new("f", form, mistaken.Problems), stop);
            }
        }

        private static async Task<IResult> Page(LinkCall call, Typed? typed, CancellationToken stop) =>
            Answers.Page<FeedbackAnswerPage>(new { Line = await call.Store.FeedbackBehind(call.Opened.Link, call.Today, stop), call.Opened.From, call.Action, Typed = typed }, typed);
    }

    /// <summary>What was typed to each question.</summary>
    internal static NewReply Read(IFormCollection form) => new(form.Filled("first"), form.Filled("second"), form.Filled("third"));
}
