using FieldKit.Content.Reading;
using FieldKit.Domain;

namespace FieldKit.Content.WritingHelp;

/// <summary>Who is asked for behaviour is led to a guide that is there; the lists are open only where the hints' lists may be.</summary>
internal sealed class BehaviourRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    public void Check()
    {
        foreach (var aid in bundle.WritingHelp)
        {
            if (aid.Behaviour is not { } behaviour)
            {
                continue;
            }

            if (!index.HasGuide(behaviour.Guide))
            {
                findings.Add(aid, "unknown-reference", $"There is no guide '{behaviour.Guide}' for who wrote no behaviour yet.");
            }

            foreach (var open in behaviour.Filler.Where(words => words.Contains('*')))
            {
                findings.Add(aid, "hint-words", $"'{open}' would take words that tell something for filler. Write every word out.");
            }
        }
    }
}
