namespace Mainstay.Capture;

/// <summary>What is read of English. How a line is written stands at <see cref="Pattern"/> and <see cref="Grammar"/>.</summary>
internal static class GrammarEnglish
{
    public const string Lines = """
        # Ways of being in touch
        way meeting: coffee coffees tea lunch brunch breakfast dinner drinks drink beer beers wine pint walk hike run meeting meetup meet-up catch-up catchup sync one-on-one 1:1 visit workshop session interview ice_cream game_of_tennis round_of_golf chat_over_coffee
        way video: zoom zoom_call zoom_meeting video video_call videocall video_chat video_meeting facetime facetime_call teams_call teams_meeting skype skype_call google_meet webex
        way call: call calls phone_call phone_chat phone_calls voicemail missed_call quick_call
        way message: text texts text_message message messages dm dms whatsapp whatsapp_message signal_message sms slack_message linkedin_message voice_message voice_note message_on_linkedin
        way mail: mail email e-mail emails mails letter postcard card note handwritten_note thank-you_note
        words day: monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today yesterday tomorrow
        words lead: and but also then so just it's oh ok well i we i've we've i'd have had was were got grabbed did ps p.s
        words they: she he they
        words plain: i a an the my our your his her their this that these those it its he she they we you me us him them who what when where why how new great good bad nice old big small long short quick first last next many much more some any no not yes with and or but for from about after before over under to in on at of by as if is are was were be been has have had do does did will would can could should may might must very really just also still again then there here all both each other another today's thanks hi hello dear happy merry congrats congratulations weather everything nothing something everyone nobody somebody people team board office project plan idea book boss
        words deny: not no never *n't cannot dont didnt doesnt isnt arent wasnt werent havent hasnt hadnt wont cant couldnt wouldnt shouldnt cancelled canceled postponed rescheduled missed skipped declined without instead hope hoping wish maybe might planning plan planned plans considering thinking dreamt dreamed forgot nearly almost unless if
        words moves: moved postponed rescheduled pushed pushed_back shifted put_off
        words cancels: cancelled canceled called_off scrapped fell_through fallen_through
        words fails: didn't_happen didnt_happen did_not_happen never_happened didn't_take_place did_not_take_place didn't_work_out did_not_work_out falls_through fell_through
        words aux: was is got gets has been had be had_to_be has_to_be had_to has_to just
        words relates: which that
        words subordinates: that which who whose because since although though whether why how where when
        words verb: called phoned rang emailed e-mailed mailed texted messaged pinged dmed whatsapped wrote met saw visited spoke talked chatted promised agreed offered will sent asked told introduced is has was are works worked loves likes left joined started moved got said says wants lives needs owes knows can could should may might must shall
        words do: talk_to talk_with speak_to speak_with check_in_with call phone ring email e-mail mail text message write ping ask send invite thank congratulate book schedule arrange introduce intro connect share check review follow_up follow-up followup get_back reply answer meet visit buy bring prepare forward return order organise organize look_up look_into find pay sign update confirm discuss reach_out catch_up tell give set_up wish remind chase nudge pick_up plan draft finish submit apply
        words asks: ask thank call phone text message email e-mail mail ping tell invite congratulate remind meet meet_with talk_to talk_with speak_to speak_with write_to follow_up_with followup_with check_in_with get_back_to catch_up_with introduce
        words gives: send introduce intro connect call phone ring write email e-mail mail text ping message get_back come_back share forward let_me_know let_us_know help ask check give lend bring review look find put_me put_us recommend refer reply answer confirm make_an_intro make_the_intro set_up invite pass_on show tell follow_up buy pay return read
        words role: ceo cto cfo coo cmo cpo vp svp evp head director manager founder co-founder cofounder engineer designer partner lead leader analyst consultant professor president owner principal developer lawyer doctor nurse teacher journalist editor investor recruiter researcher scientist chief advisor adviser architect producer
        words persons: married engaged pregnant divorced retired moving working living expecting allergic vegetarian vegan
        words whose: my our a an
        words kind: old good best dear new former
        words kin: friend colleague coworker co-worker neighbor neighbour sister brother cousin classmate teammate roommate flatmate housemate
        words surname: long short small good best
        words family: kid kids son sons daughter daughters child children baby wife husband partner girlfriend boyfriend fiancé fiancée mom mum mother dad father parents
        words learns: learned learnt
        words lessons: lesson lessons takeaway takeaways lesson_learned lesson_learnt lessons_learned
        words til: til
        words vague: a_lot lots much so_much nothing more tons loads a_great_deal a_bit a_little something_new
        words past: was were had did been got went came left moved bought sold started joined became lost won found saw met gave took made ran called visited finished ended lived worked studied graduated died passed quit built hired fired flew drove slept spent stayed born since ago
        words irregular: told said wrote written spoke spoken taught thought brought caught fought sought dealt felt held kept laid led lent paid sang sung sank sunk sent stood stuck stole stolen struck swam threw thrown tore torn woke woken wore worn ate eaten began begun broke broken chose chosen drank drunk fell fallen flown froze frozen grew grown hid hidden knew rode ridden rang rung shook shaken spun swore sworn taken driven seen shown given understood withdrew
        words attributive: am is are be being i'm we're they're get gets getting become becomes becoming a an the my your his her its our their
        words tenseless: need feed seed speed weed bleed breed exceed proceed succeed indeed bed red wed shed sled embed hundred naked
        words opens: i i'll i'd i've she he they we she'll he'll they'll promised agreed offered remind remember todo need must should will

        # What one is to be reminded of may well deny something: "don't forget to call Ana"
        mine: remind_me|reminder|remember|don't_forget|dont_forget|do_not_forget|note_to_self|todo|to-do|to_do|task :? -? to|that|about|for? TEXT

        # What was called off, or moved
        touch both WAY: ADJ <way> with|w/|w WHO &about_why|about_how|about_whether|about_what|about_who|about_his|about_her|about_their ANY
        off: ADJ <way> with|w/|w|at WHO is|was|are off END
        off moved: ADJ <way> with|w/|w|at WHO that|which? <aux>? <aux>? <moves> &to|until|till|for|from|by ANY
        off moved: ADJ <way> with|w/|w|at WHO that|which? <aux>? <aux>? <moves> END
        off moved: ADJ <way> with|w/|w|at WHO <aux>? <aux>? postponed|rescheduled ANY
        off: ADJ <way> with|w/|w|at WHO that|which? <aux>? <aux>? <cancels> ANY
        off moved: had_to cancel|reschedule|postpone|move|skip ADJ <way> with|w/|w|at WHO ANY
        off last: i|we|she|he|they? had_to cancel|reschedule|postpone|bail END
        do: cancel|reschedule|postpone ANY
        off moved: ADJ <way> with|w/|w|at WHO PART <aux> <moves> ANY
        off: ADJ <way> with|w/|w|at WHO PART <aux> <cancels> ANY
        off: ADJ <way> with|w/|w|at WHO PART <fails> ANY
        off moved: <moves> ADJ <way> with|w/|w|at WHO ANY
        off last moved: it|which|that? <aux>? <aux>? <moves> to|until|till|for? END
        off last moved: it|which|that? <aux>? <aux>? <moves> to|until|till|for? because|due_to ANY
        off last: it|which|that|she|he|they|we? <aux>? <aux>? <cancels> END
        off last: it|which|that|she|he|they|we? <aux>? <aux>? <cancels> because|due_to ANY
        off last: it|which|that|she|he|they? <fails> END
        off last: she|he|they didn't_show|didn't_show_up|didn't_come|didnt_show|didnt_come|never_came|never_showed_up|couldn't_make_it|couldnt_make_it|stood_me_up END

        # Nothing was promised
        nothing: THEY promised|agreed|offered|owes|owe|promises me|us? nothing ANY
        nothing: promised|offered|owe nothing to WHO ANY
        nothing: promised|offered|owe WHO nothing ANY
        nothing: promised|offered|owe nothing ANY
        nothing: ANY &<deny> promise|promised|owe|offer|offered WHO ANY
        nothing: ANY &<deny> ANY promise|promised|owe|offer|offered WHO ANY

        # What was not, or not yet, stays a note
        note: ANY &<deny> ANY with|call|called|reach|reached|see|saw|meet|met WHO ANY
        note: ANY &<deny> ANY <way>|met|meet|see|saw|call|called|lunch ANY
        note: ANY &<deny> ANY heard|talked|spoken|spoke|written|replied|answered ANY KNOWN ANY
        note: wanted|tried|meant|meaning to ANY
        note: KNOWN and? KNOWN? <verb> KNOWN ANY

        # What was learned; that somebody moved is news of them
        heard: learned|learnt that? KNOWN ANY
        heard: learned|learnt that? she|he|she's|he's|her|his ANY
        heard context: learned|learnt that? they|they're|their ANY
        learned: <learns>|<til> from WHO ,? :|-|–|— that|to? TEXT
        learned: <lessons> from WHO : that|to? TEXT
        learned: <learns> from her|him|them ,? :|-|–|— that|to? TEXT
        learned: <learns>|<til> ,? :|-|–|— that|to? TEXT
        learned: <lessons> : that|to? TEXT
        learned: what i|we|i've|we've learned|learnt from WHO : TEXT
        learned: what i|we|i've|we've learned|learnt : TEXT
        learned first: learned|learnt from WHO ,? that|to? TEXT
        learned first: learned|learnt from her|him|them ,? that|to? TEXT
        learned first: learned|learnt ,? that|to|about? TEXT from KNOWN END
        learned first: learned|learnt ,? that|to|about? TEXT

        # Promises
        mine: owe|owes|still_owe WHO TEXT
        mine: promised|agreed|offered|committed her|him|them to|that_i_will|that_i'd|that_i_would|that_i'll|an|a? TEXT
        mine: promised|agreed|offered|committed WHO? to|that_i_will|that_i'd|that_i_would|that_i'll|an|a? TEXT
        mine: want_to|i'd_like_to|would_like_to|plan_to|planning_to|hope_to|hoping_to|going_to TEXT
        mine: will|i'll|i_will|i'm_going_to|i_am_going_to|going_to|i_need_to|need_to|needs_to|have_to|i_have_to|must|i_must|should|i_should|gotta|got_to|let's|let_me TEXT
        theirs: THEY owes|owe me|us TEXT
        theirs: owes me|us TEXT
        mine: THEY asked|asks|wants|needs me|us to &<do> TEXT
        mine: THEY asked|asks|wants|needs me|us to &<gives> TEXT
        theirs: THEY promised|agreed|offered|volunteered|committed me|us? to|that_she'd|that_he'd|that_they'd|that_she_would|that_he_would|an|a? TEXT
        theirs: THEY said she|he|they will|would &<gives> TEXT
        theirs: THEY said she'll|he'll|they'll|she'd|he'd|they'd &<gives> TEXT
        theirs: THEY will|would|can|wants_to|is_going_to|are_going_to|is_to &<gives> TEXT
        theirs: she'll|he'll|they'll|she'd|he'd &<gives> TEXT
        theirs: waiting_for|waiting_on|expecting|still_waiting_for WHO to|for|on? TEXT
        theirs: waiting_for|waiting_on|expecting TEXT from WHO

        # Days and facts
        birthday: WHO birthday|bday|b-day is|was|on? ANY
        birthday: birthday_of WHO is|was|on? ANY
        birthday: birthday :? WHO
        birthday: WHO was_born|is_born|born on|in? ANY
        birthday: WHO turns|turned ANY
        former: THEY? just? left ORG after|for? ANY
        former: ex|former -? ORG END
        former: formerly|previously|used_to_work at|with|for? ORG
        role: THEY got|was|has_been promoted|appointed|named|made to? ROLE at ORG
        work: THEY? now|currently|also? works|working|is_working|worked|now_works at|for|with ORG as ROLE
        work: THEY? now|currently|also? works|working|is_working|now_works at|for|with ORG
        work: THEY? started|starts|starting|is_starting|has_started|joined|joins|is_joining|has_joined at|with|a_new_job_at|a_job_at|her_new_job_at|his_new_job_at? ORG as ROLE
        work: THEY? started|starts|starting|is_starting|has_started|joined|joins|is_joining|has_joined|is_now_at at|with|a_new_job_at|a_job_at|her_new_job_at|his_new_job_at? ORG
        job: a|an|the|now? ROLE at|of ORG
        job: THEY is|became|now? now|the|a|an|new? ROLE at|of ORG
        place: THEY lives|live|is_living|living|is_based|based|moved|has_moved now? in|to|into PLACE
        fact: WHOSE <family> TEXT
        fact: WHO is|are|got|has_got|just? just|now|getting? <persons> ANY
        fact: WHO is_moving|moved|works|lives|loves|likes|hates|left|got_promoted|plays|speaks|studies|got_married|had_a_baby|runs|collects ANY

        # Touches; who met somebody's parents did not meet them
        note: ADJ <way> with|w/|w|at WHOSE &<family> ANY
        note: met|saw|visited|called|texted|emailed|phoned WHOSE &<family> ANY
        touch in WAY: ADJ <way> from WHO
        touch in message: heard|heard_back from WHO
        touch in WAY: got|received ADJ <way> from WHO
        touch in call: missed_a_call|missed_call from WHO
        touch out WAY: ADJ <way> to WHO
        touch out WAY: left|sent|wrote|gave WHO a|an|another|the? ADJ <way>
        touch out call: left|leave ADJ voicemail for WHO
        touch out WAY: sent|wrote ADJ <way> to WHO
        touch out call: called|phoned|rang|dialled|facetimed up|back? WHO back?
        touch out call: gave WHO a_call|a_ring
        touch out mail: emailed|e-mailed|mailed WHO
        touch out mail: emailed|e-mailed|mailed ADJ to WHO
        touch out message: texted|messaged|pinged|dmed|dm'd|whatsapped|slacked WHO
        touch out mail: wrote|replied|answered|got_back|reached_out|responded to? WHO
        touch out mail: sent|forwarded WHO
        touch out mail: sent|forwarded ADJ to WHO
        touch both WAY: ADJ <way> with|w/|w WHO
        touch both meeting: WHO and i|me met|had|went|talked|caught_up|spoke ANY
        touch both video: zoomed|skyped|facetimed with WHO
        touch both meeting: met|caught up? with? WHO
        touch both meeting: saw|visited|met_up_with|reconnected_with|checked_in_with|hung_out_with|sat_with|sat_down_with|ran_into|bumped_into|caught_up_with|worked_with|went_hiking_with|went_out_with|ate_with|dined_with|hosted|walked_with|went_for_a_walk_with|went_running_with WHO
        touch both meeting: had|grabbed|went_for|shared|took ADJ with WHO
        touch both meeting: had WHO over ANY
        touch both meeting: spoke|talked|chatted|spoken|met to|with WHO
        touch both WAY: WHO <way> END
        touch both call: on|off the? phone|call with WHO
        touch out message: congratulated|thanked|asked|told|reminded|invited|welcomed WHO
        touch both WAY: meeting|seeing|visiting WHO
        touch in call: WHO called|phoned|rang me|us|today? back? END
        touch in call: WHO called|phoned|rang me|us back? ANY
        touch in call: WHO called|phoned|rang back? &about|to|from|because|back ANY
        touch in mail: WHO emailed|e-mailed|mailed|replied|responded|answered|got_back|reached_out me|us|to_me|to_us? back? END
        touch in mail: WHO emailed|e-mailed|mailed|replied|responded|answered|got_back|reached_out me|us|to_me|to_us back? ANY
        touch in mail: WHO emailed|e-mailed|mailed|replied|responded|answered|reached_out &about|to|that|asking|with|from ANY
        touch in message: WHO texted|messaged|pinged|dmed|whatsapped me|us? back? END
        touch in message: WHO texted|messaged|pinged|dmed|whatsapped me|us? &about|to|that|asking|with|from ANY
        touch in message: WHO texted|messaged|pinged|dmed|whatsapped me|us back? ANY
        touch in mail: WHO wrote me|us|back|to_me|to_us back? ANY
        touch in mail: WHO wrote &that|to_say|about|asking ANY
        touch in mail: WHO sent me|us ANY
        touch both meeting: WHO visited|came_by|stopped_by|dropped_by|came_over|dropped_in|came_to_visit|stayed_over me|us? ANY
        touch both meeting: WHO met me ANY
        touch both WAY: ADJ <way> at KNOWN END

        touch both WAY: ADJ <way> &@|at ANY with|w/|w WHO
        touch both WAY: ADJ <way> END

        # What somebody is to do
        do: please|quickly? <do> TEXT

        # And whatever else is said of somebody
        fact: thanks to KNOWN TEXT
        fact: lent|loaned|gave KNOWN TEXT
        fact: borrowed|got ANY from KNOWN ANY
        fact: KNOWN TEXT
        fact: she|he|they|she's|he's|they're TEXT
        """;
}
