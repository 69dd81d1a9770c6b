"""What the check of a folder asks the database; ``vsoko_folder_read`` says of whom."""

# What has been counted for the whole school, in one row
COUNTS = """
    WITH line AS (
        SELECT id, state, date_end FROM vsoko_procedure
         WHERE company_id = %(school)s AND year_id = %(year)s
           AND is_published AND is_series IS NOT TRUE AND is_template IS NOT TRUE
           AND state <> 'cancelled'
    ), asked AS (
        SELECT line.id, EXISTS (
            SELECT FROM vsoko_document paper
             WHERE paper.procedure_id = line.id AND paper.layout = 'note'
               AND paper.state = 'registered'
            UNION ALL
            SELECT FROM vsoko_evidence paper
              JOIN vsoko_outcome kind ON kind.id = paper.outcome_id
             WHERE paper.procedure_id = line.id AND kind.code IN %(notes)s
        ) AS is_given
          FROM line
         WHERE line.state IN ('done', 'reviewed') AND EXISTS (
            SELECT FROM vsoko_outcome_vsoko_procedure_rel named
              JOIN vsoko_outcome kind ON kind.id = named.vsoko_outcome_id
             WHERE named.vsoko_procedure_id = line.id AND kind.code IN %(notes)s)
    ), figure AS (
        SELECT measured.id, measured.light,
               measured.state = 'submitted' OR period.is_closed IS TRUE AS is_given
          FROM vsoko_measurement measured
          JOIN vsoko_period period ON period.id = measured.period_id
         WHERE measured.company_id = %(school)s AND measured.year_id = %(year)s
           AND (measured.is_filled OR measured.is_excluded)
    )
    SELECT (SELECT max(id) FROM vsoko_measure
             WHERE company_id = %(school)s AND year_id = %(year)s),
           (SELECT count(*) FROM line),
           (SELECT count(date_end) FROM line),
           (SELECT count(*) FROM figure),
           (SELECT count(*) FROM figure WHERE is_given),
           (SELECT count(*) FROM asked),
           (SELECT count(*) FROM asked WHERE is_given),
           (SELECT count(*) FROM figure WHERE light = 'red'),
           (SELECT count(*) FROM figure WHERE light = 'red' AND EXISTS (
                SELECT FROM vsoko_finding said
                 WHERE said.measurement_id = figure.id AND said.state <> 'dropped')),
           (SELECT count(*) FROM line WHERE state IN ('done', 'reviewed')),
           EXISTS (
                SELECT FROM vsoko_finding
                 WHERE company_id = %(school)s AND year_id = %(year)s
                   AND state IN ('agreed', 'closed'))
"""
# A problem a row; of several papers, decisions, controls the best one is taken
CHAINS = """
    SELECT problem.id,
           problem.procedure_id IS NOT NULL OR problem.measurement_id IS NOT NULL
               OR note.procedure_id IS NOT NULL,
           note.id, note.is_signed IS TRUE, problem.cause_id IS NOT NULL,
           decision.id, decision.is_full IS TRUE, paper.id, paper.is_signed IS TRUE,
           recheck.id, recheck.is_done IS TRUE, recheck.date_end,
           effect.id, effect.is_judged IS TRUE
      FROM vsoko_finding problem
 LEFT JOIN LATERAL (
        SELECT id, procedure_id, state = 'registered' AS is_signed
          FROM vsoko_document
         WHERE (id = problem.document_id OR procedure_id = problem.procedure_id)
           AND layout = 'note' AND state <> 'cancelled'
      ORDER BY is_signed DESC, id DESC LIMIT 1) note ON TRUE
 LEFT JOIN LATERAL (
        SELECT id, state <> 'draft' AND date_deadline IS NOT NULL AND EXISTS (
                    SELECT FROM vsoko_decision_employee_rel
                     WHERE vsoko_decision_id = vsoko_decision.id) AS is_full
          FROM vsoko_decision
         WHERE finding_id = problem.id AND state <> 'cancelled'
      ORDER BY is_full DESC, id DESC LIMIT 1) decision ON TRUE
 LEFT JOIN LATERAL (
        SELECT id, state = 'registered' AS is_signed
          FROM vsoko_document
         WHERE layout = 'order' AND state <> 'cancelled' AND id IN (
                SELECT document_id FROM vsoko_document_item
                 WHERE finding_id = problem.id
                 UNION ALL
                SELECT document_id FROM vsoko_decision
                 WHERE finding_id = problem.id AND state <> 'cancelled'
                 UNION ALL
                SELECT document_id FROM vsoko_document_ground_rel
                 WHERE ground_id = note.id)
      ORDER BY is_signed DESC, id DESC LIMIT 1) paper ON TRUE
 LEFT JOIN LATERAL (
        SELECT id, state IN ('done', 'reviewed') AS is_done, date_end
          FROM vsoko_procedure
         WHERE finding_id = problem.id AND is_recheck AND state <> 'cancelled'
      ORDER BY is_done DESC, date_end DESC LIMIT 1) recheck ON TRUE
 LEFT JOIN LATERAL (
        SELECT id, state = 'judged' AS is_judged
          FROM vsoko_effect_check
         WHERE finding_id = problem.id
      ORDER BY is_judged DESC, id DESC LIMIT 1) effect ON TRUE
     WHERE problem.company_id = %(school)s AND problem.year_id = %(year)s
       AND problem.kind = 'deficit' AND problem.state IN ('agreed', 'closed')
  ORDER BY problem.id
"""
