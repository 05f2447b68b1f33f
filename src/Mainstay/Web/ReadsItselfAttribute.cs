namespace Mainstay.Web;

/// <summary>A form too large to be read before anybody asked for it: whoever answers reads it bit by bit, and sees to its token first.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsItselfAttribute : Attribute;
